import type { Rule } from '../scenarios/rule.ts'
import type { AnswerOf } from './contract.ts'
import { checkProductNames } from './find.ts'
import { created, noContent, type Operation, ok, pageOf } from './operation.ts'
import { refuse } from './problem.ts'

export const listScenarios: Operation<'listScenarios'> = ({ live, query }) =>
  ok<'listScenarios'>(pageOf(live.rules.list(), query, describeRule))

export const addScenario: Operation<'addScenario'> = async ({ live, body }) => {
  const { serviceID } = body.match ?? {}
  if (serviceID !== undefined) checkProductNames([serviceID], live.world.catalogue)
  // A rule may draw from the luck of the account while a call is being answered, which does not wait.
  await live.luck()
  const rule = live.rules.add(body, live.time.now())
  if (typeof rule === 'string') throw refuse(400, rule)
  return created<'addScenario'>(describeRule(rule))
}

export const getScenario: Operation<'getScenario'> = ({ live, param }) => {
  const rule = live.rules.get(param('ruleId'))
  if (rule === undefined) throw noSuchRule(param('ruleId'))
  return ok<'getScenario'>(describeRule(rule))
}

export const deleteScenario: Operation<'deleteScenario'> = ({ live, param }) => {
  if (!live.rules.remove(param('ruleId'))) throw noSuchRule(param('ruleId'))
  return noContent
}

export const deleteScenarios: Operation<'deleteScenarios'> = ({ live }) => {
  live.rules.clear()
  return noContent
}

function noSuchRule(id: string): Error {
  return refuse(404, `there is no rule "${id}"; GET scenarios lists those that there are`)
}

function describeRule({ id, asked, matched, decided, createdAt }: Rule): AnswerOf<'getScenario'> {
  return {
    id,
    match: asked.match ?? {},
    occurrence: asked.occurrence ?? null,
    fate: asked.fate ?? null,
    fault: asked.fault ?? null,
    matched,
    decided,
    createdAt: new Date(createdAt).toISOString(),
  }
}
