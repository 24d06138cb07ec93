import { readdirSync, readFileSync } from 'node:fs'
import { type Catalogue, type Category, catalogueOf } from './catalogue.ts'
import { checkProductFile } from './check.ts'
import type { ProductFile } from './product-file.ts'

/** Our own products, which are checked when they are built, and a user's, which are checked when they are read. */
export function loadCatalogue(ours: URL, theirs: string | null): Catalogue {
  const categories = readJson(new URL('categories.json', ours)) as Category[]
  const products = new URL('products/', ours)
  const own = jsonFilesIn(products).map((name) => readJson(new URL(name, products)) as ProductFile)
  return catalogueOf(categories, theirs === null ? own : [...own, ...loadTheirs(theirs, categories)])
}

function loadTheirs(directory: string, categories: readonly Category[]): ProductFile[] {
  const names = jsonFilesIn(directory)
  if (names.length === 0) throw new CatalogueError(`${directory} holds no .json file`)
  return names.map((name) => {
    const path = `${directory}/${name}`
    const file = readJson(path)
    const trouble = checkProductFile(file, categories)
    if (trouble.length > 0)
      throw new CatalogueError(`${path}:\n${trouble.map((line) => `  ${line}`).join('\n')}`)
    return file as ProductFile
  })
}

/** A catalogue that cannot be used; the message says which file, where in it, and what to change. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'
}

function jsonFilesIn(directory: string | URL): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (cause) {
    throw new CatalogueError(`the catalogue directory ${directory} cannot be read: ${messageOf(cause)}`)
  }
}

function readJson(path: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new CatalogueError(`${path} is no valid JSON: ${messageOf(cause)}`)
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
