import { asJson, type Json } from './json.ts'

const VERBS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete'])

/** Every operation of a document, like `GET /accounts/{id}`. */
export function operationsOf(document: Json): string[] {
  return Object.entries(asJson(document.paths)).flatMap(([path, item]) =>
    verbsOf(asJson(item)).map(([verb]) => `${verb.toUpperCase()} ${path}`),
  )
}

/** The operations of one path, by their verbs. */
export function verbsOf(item: Json): [verb: string, operation: Json][] {
  return Object.entries(item).flatMap(([verb, operation]) =>
    VERBS.has(verb) ? [[verb, asJson(operation)]] : [],
  )
}
