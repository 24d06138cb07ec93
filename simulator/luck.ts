import type { Randomizer } from '@faker-js/faker'
import type { Luck } from './engine/luck.ts'

/**
 * Makes the luck of an account, seeded by the simulator's seed and the account's id. Faker is large, so it is loaded
 * when something is first invented, and never before the first answer.
 */
export async function createLuck(seed: number, accountId: string): Promise<Luck> {
  const { base, en, en_NG, Faker, generateMersenne53Randomizer } = await import('@faker-js/faker')
  const randomizer = generateMersenne53Randomizer()
  const faker = new Faker({ locale: [en_NG, en, base], randomizer })
  faker.seed([seed, ...Buffer.from(accountId)])
  return {
    digits: (length) => drawDigits(randomizer, length),
    fraction: () => faker.number.float(),
    name: () => faker.person.fullName(),
  }
}

/** Nine digits a draw: a draw for each digit would take longer than the purchase that asks for them. */
function drawDigits(randomizer: Randomizer, length: number): string {
  if (length > 9) return drawDigits(randomizer, 9) + drawDigits(randomizer, length - 9)
  return String(Math.floor(randomizer.next() * 10 ** length)).padStart(length, '0')
}
