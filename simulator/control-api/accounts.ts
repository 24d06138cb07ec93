import { changeSettings, readWallet } from '../account-options.ts'
import { toNaira } from '../catalogue/money.ts'
import { writeDuration } from '../engine/duration.ts'
import type { LiveWorld } from '../live-world.ts'
import type { AnswerOf } from './contract.ts'
import { checkProductNames, find } from './find.ts'
import { created, noContent, type Operation, ok, pageOf } from './operation.ts'
import { refuse } from './problem.ts'

export const listAccounts: Operation<'listAccounts'> = ({ simulation, query }) =>
  ok<'listAccounts'>(pageOf(simulation.accounts.all(), query, describeAccount))

export const createAccount: Operation<'createAccount'> = ({ simulation, body }) => {
  const { id, ...options } = body ?? {}
  checkProductNames(options.whitelistedProducts, simulation.catalogue)
  const live = simulation.accounts.create(options, id)
  if (live === null) throw refuse(409, `there is an account "${id}" already; take another id, or none`)
  return created<'createAccount'>(describeAccount(live), `/_simulator/accounts/${live.id}`)
}

export const getAccount: Operation<'getAccount'> = ({ simulation, param }) =>
  ok<'getAccount'>(describeAccount(find(simulation, param('id'))))

export const changeAccount: Operation<'changeAccount'> = ({ simulation, param, body }) => {
  const live = find(simulation, param('id'))
  const { wallet } = body
  checkProductNames(body.whitelistedProducts, simulation.catalogue)
  const settings = changeSettings(live.world.account.settings, body)
  const balance = wallet === undefined ? null : readWallet(wallet)
  live.note({ type: 'settings-changed', settings })
  if (balance !== null) live.note({ type: 'wallet-set', balance })
  return ok<'changeAccount'>(describeAccount(live))
}

export const deleteAccount: Operation<'deleteAccount'> = ({ simulation, param }) => {
  const live = find(simulation, param('id'))
  const { accounts } = simulation
  if (live === accounts.fallback)
    throw refuse(409, 'the default account cannot be deleted; POST /_simulator/reset empties it')
  accounts.remove(live)
  return noContent
}

function describeAccount({ world }: LiveWorld): AnswerOf<'getAccount'> {
  const { settings, openingBalance, ...account } = world.account
  const { id, apiKey, publicKey, secretKey, email, password } = account
  return {
    id,
    apiKey,
    publicKey,
    secretKey,
    email,
    password,
    wallet: toNaira(world.balance),
    openingBalance: toNaira(openingBalance),
    state: settings.state,
    authentication: settings.authentication,
    whitelistedProducts: settings.whitelistedProducts === null ? null : [...settings.whitelistedProducts],
    whitelistedIps: settings.whitelistedIps === null ? null : [...settings.whitelistedIps],
    callbackUrl: settings.callbackUrl,
    duplicateWindow: writeDuration(settings.duplicateWindowMs),
    duplicateScope: settings.duplicateScope,
    settlePendingAfter: writeDuration(settings.settlePendingAfterMs),
    timeoutHold: writeDuration(settings.timeoutHoldMs),
    requestIdDate: settings.requestIdDate,
    verifyDetail: settings.verifyDetail,
    webhookDelays: settings.webhookDelaysMs.map(writeDuration),
    webhookTimeout: writeDuration(settings.webhookTimeoutMs),
    journalSize: settings.journalSize,
    strict: settings.strict,
  }
}
