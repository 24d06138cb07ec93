import { registerHooks } from 'node:module'

/** Loaded before the reference (`node --import`): one module of it has one mistake, which MUTANT says. */
const { file, replace, by } = JSON.parse(process.env.MUTANT)

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    if (url !== file) return loaded
    // A function, so that a `$` in it is no pattern.
    return { ...loaded, source: String(loaded.source).replace(replace, () => by) }
  },
})
