/** All texts of a JSON value with their paths, written as language files write them: `extensions[0].ribbons[0]`. */
export function* leaves(value, at = '') {
  if (typeof value === 'string') {
    yield [at, value];
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* leaves(item, `${at}[${index}]`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* leaves(item, at ? `${at}.${key}` : key);
    }
  }
}
