export function contracts(): Promise<string>;
