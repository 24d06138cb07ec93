import { type ControlledSimulator, connectSimulator, NoSimulatorError } from '../client/index.ts'
import { startSimulator } from '../index.ts'

export interface Environment {
  readonly VTPASS_BASE_URL?: string | undefined
  readonly SIMULATOR_CONTROL_TOKEN?: string | undefined
}

/**
 * The simulator at `VTPASS_BASE_URL`, under `vtpass-simulator exec`; where there is none, one of this process's own.
 *
 * @throws ControlError where the one that there is does not take the token.
 */
export async function simulatorForTests(environment: Environment): Promise<ControlledSimulator> {
  return (await simulatorIn(environment)) ?? startSimulator({ port: 0 })
}

async function simulatorIn(environment: Environment): Promise<ControlledSimulator | null> {
  const { VTPASS_BASE_URL: url, SIMULATOR_CONTROL_TOKEN: token } = environment
  if (url === undefined) return null
  try {
    return await connectSimulator(url, token === undefined ? {} : { token })
  } catch (error) {
    // The variable may name VTpass itself: a test must not buy there.
    if (error instanceof NoSimulatorError) return null
    throw error
  }
}
