import type { Faker } from '@faker-js/faker'
import type { Luck } from './engine/luck.ts'

/**
 * Makes the luck of an account, seeded by the simulator's seed and the account's id. Faker is large, so it is loaded
 * when something is first invented, and never before the first answer.
 */
export async function createLuck(seed: number, accountId: string): Promise<Luck> {
  const { base, en, en_NG, Faker } = await import('@faker-js/faker')
  const faker = new Faker({ locale: [en_NG, en, base] })
  faker.seed([seed, ...Buffer.from(accountId)])
  return luckOf(faker)
}

function luckOf(faker: Faker): Luck {
  return {
    digits: (length) => drawDigits(faker, length),
    fraction: () => faker.number.float(),
    name: () => faker.person.fullName(),
  }
}

/** Nine digits a draw: a draw for each digit would take longer than the purchase that asks for them. */
function drawDigits(faker: Faker, length: number): string {
  if (length > 9) return drawDigits(faker, 9) + drawDigits(faker, length - 9)
  return String(faker.number.int(10 ** length - 1)).padStart(length, '0')
}
