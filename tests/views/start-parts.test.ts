import { expect, test } from 'bun:test'
import type { StartChoice } from '../../views/chat/start-choice'
import { startParts } from '../../views/chat/start-parts'

const choice = (id: string, more: Partial<StartChoice> = {}): StartChoice => ({
  ...{ id, name: id, names: { en: id, zh: id }, staffed: true, ahead: 0, estimate: null },
  ...more,
})
const shut = { staffed: false, shut: { opensAt: null } }
const about = (...departments: StartChoice[]) => ({
  ...({ language: 'en', departments, invitation: null } as const),
})
const aside = (...departments: StartChoice[]) =>
  `${startParts.emailAside.draw(about(...departments))}`
const key = (...departments: StartChoice[]) => startParts.emailAside.key?.(about(...departments))

test('an address is said to be needed wherever one of those to choose takes messages alone', () => {
  expect(aside(choice('support'), choice('billing'))).toContain('optional')
  for (const closed of [choice('night', shut), choice('night', { staffed: false })])
    expect(aside(closed)).toContain('needed to leave a message')
  expect(aside(choice('support'), choice('night', shut))).toContain('needed to leave a message')
  // Nobody is there yet, but who waits is told of them: no address is asked for.
  expect(aside(choice('support'), choice('billing', { staffed: false }))).toContain('optional')
})

test('it is drawn anew when one of those to choose closes', () => {
  const open = [choice('support'), choice('night')] as const
  expect(key(...open)).not.toBe(key(choice('support'), choice('night', shut)))
})
