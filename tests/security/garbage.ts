import type { Chance } from '../support/chance'

/** Words that mean something to some part of some program. */
const words = [
  ...[
    '',
    ' ',
    '\0',
    '\r\n',
    '\u2028',
    '\ufeff',
    '\ud800',
    'ÿ',
    '😀',
    '字',
    'a\u0301',
    '\u202e',
    '%00',
    '%zz',
  ],
  ...[
    '../../etc/passwd',
    '..%2f',
    '%2e%2e/',
    '//evil.test',
    '\\\\evil',
    'javascript:alert(1)',
    'data:,x',
  ],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE entries; --',
    '#{7*7}',
    '{{7*7}}',
    '$gt',
    '1 or 1=1',
    'NEAR(',
    '*',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><b hx-get=/up>',
    ']]>',
    '<!--',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'polluted',
    'isEscaped',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    'true',
    '-1',
    '0',
    '1e309',
    '9007199254740993',
    '0x10',
    '１',
    '1.5',
  ],
  ...['agent:x', 'department:support', 'desk-0000001', 'xstate.done', 'ready', 'off', 'zh', 'dark'],
]

/** The names of the desk's own fields, so that what is wrong gets past the first look. */
const names = [
  ...[
    'text',
    'client_id',
    'name',
    'email',
    'department',
    'stars',
    'comment',
    'up_to',
    'to',
    'status',
  ],
  ...[
    'password',
    'next',
    'token',
    'language',
    'theme',
    'back',
    'type',
    'upTo',
    '__proto__',
    'role',
  ],
]

/** Anything at all, made of what programs stumble over. */
export const openGarbage = (chance: Chance) => {
  const pick = <T>(from: readonly T[]): T => chance.pick(from) as T

  const text = (): string => {
    if (chance.happens(0.05)) return pick(words).repeat(chance.below(2_000))
    const parts = Array.from({ length: 1 + chance.below(4) }, () => pick(words))
    return chance.happens(0.3)
      ? parts.join('') + String.fromCharCode(...bytes(chance.below(12)))
      : parts.join('')
  }

  const bytes = (length: number) => Array.from({ length }, () => chance.below(256))

  const value = (depth = 0): unknown => {
    const kind = chance.below(depth > 3 ? 6 : 9)
    if (kind < 3) return text()
    if (kind === 3) return chance.happens(0.5) ? chance.below(1_000_000) : -chance.next() * 1e20
    if (kind === 4) return chance.happens(0.5)
    if (kind === 5) return null
    if (kind === 6) return Array.from({ length: chance.below(4) }, () => value(depth + 1))
    return Object.fromEntries(
      Array.from({ length: chance.below(4) }, () => [name(), value(depth + 1)]),
    )
  }

  const name = (): string => (chance.happens(0.8) ? pick(names) : text())

  const fields = (): [string, string][] =>
    Array.from({ length: chance.below(6) }, () => [name(), text()])

  /** JSON text, some of it cut or with a byte of it changed. */
  const json = (): string => {
    const whole = JSON.stringify(value()) ?? ''
    if (chance.happens(0.7)) return whole
    const at = chance.below(whole.length + 1)
    return chance.happens(0.5)
      ? whole.slice(0, at)
      : `${whole.slice(0, at)}${text()}${whole.slice(at + 1)}`
  }

  return { pick, text, bytes, value, name, fields, json }
}
