import { expect, test } from 'bun:test'
import { initialsOf } from '../../views/parts/avatar'

const told: [name: string, initials: string][] = [
  ['Vera K.', 'VK'],
  ['Ana', 'AN'],
  ['小明', '小'],
  ['<b>', 'B'],
  ['<b>Vera</b>', 'BV'],
  ['“Vera” (K.)', 'VK'],
  ['🦊', '🦊'],
  ['👨\u200D👩\u200D👧', '👨\u200D👩\u200D👧'],
  ['🦊 Vito', 'VI'],
  ['!?', '!'],
  ['ßa', 'SA'],
  ['', '??'],
]
test.each(told)('%j is %j', (name, initials) => expect(initialsOf(name)).toBe(initials))
