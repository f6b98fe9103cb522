// One line of JSON for each test, for `dev -- test`.
export default async function* report(source) {
  for await (const { type, data } of source) {
    if (data?.details?.type !== 'suite' && (type === 'test:pass' || type === 'test:fail')) {
      yield `${JSON.stringify({ name: data.name, passed: type === 'test:pass', message: data.details.error?.cause?.message ?? data.details.error?.message ?? '' })}\n`;
    }
  }
}
