import { checkAddinOnly } from './addin-only.mjs';
import { checkLanguages } from './languages.mjs';
import { checkActions, checkAddresses, checkIcons, checkIds, checkPermissions } from './manifest.mjs';
import { checkSchema } from './schema.mjs';

/** Everything that is wrong with an app, each as one line. The rest is looked at only where the schema holds: it relies on it. */
export async function check(app) {
  const wrong = [];
  for await (const problem of checkSchema(app)) {
    wrong.push(problem);
  }

  if (wrong.length > 0) {
    return wrong;
  }

  return [checkIds, checkActions, checkIcons, checkAddresses, checkPermissions, checkLanguages, checkAddinOnly].flatMap((some) => [...some(app)]);
}
