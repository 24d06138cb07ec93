const FUNCTION = /^create function [\s\S]*?\$\$[\s\S]*?\$\$;$/gm

/** The functions of a migration, so that they take the place of those that a database has. */
export function functionsIn(migration: string): string {
  const functions = migration.match(FUNCTION) ?? []
  return functions.join('\n\n').replaceAll('create function ', 'create or replace function ')
}
