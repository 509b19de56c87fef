import { describe, expect, test } from 'bun:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { agentSettings } from '../../actors/agent/settings'
import { departmentSettings } from '../../actors/department/settings'
import { usualWrapUp } from '../../actors/department/usual-wrap-up'
import { durationText, readDuration } from '../../actors/durations'
import { settingWords } from '../../src/cli/accounts/change'
import { CliError } from '../../src/cli/cli-error'
import { departmentWords } from '../../src/cli/departments'
import { settingsIn, settingsText, withSettings } from '../../src/cli/setting-flags'

describe('a time', () => {
  test.each([
    ['90s', 90_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
    ['3d', 259_200_000],
    ['0s', 0],
    [' 5m ', 300_000],
  ])('%s is read', (typed, ms) => {
    expect(readDuration(typed)).toBe(ms)
  })

  test.each(['', '10', 'm', '1.5h', '-1m', '1h30m', '10 m', '10M', '1e3s', '９０s', '1w', '٣m'])(
    '%p is none',
    (typed) => {
      expect(readDuration(typed)).toBeUndefined()
    },
  )

  test.each([
    [90_000, '90s'],
    [600_000, '10m'],
    [7_200_000, '2h'],
    [259_200_000, '3d'],
    [0, '0s'],
    [3_661_000, '3661s'],
  ])('of %p ms is written %s, and read again', (ms, text) => {
    expect(durationText(ms)).toBe(text)
    expect(readDuration(text)).toBe(ms)
  })
})

const typed = (what: 'agent' | 'department', argv: string[]) => {
  const [command, fields] =
    what === 'agent'
      ? [withSettings(new Command(), agentSettings.fields, settingWords), agentSettings.fields]
      : [
          withSettings(new Command(), departmentSettings.fields, departmentWords),
          departmentSettings.fields,
        ]
  command.exitOverride().configureOutput({ writeErr: () => {} })
  return settingsIn(fields, command.parse(argv, { from: 'user' }).opts())
}

describe('the flags of settings', () => {
  test('are all that can be set, and nothing that was not typed', () => {
    const all = ['--acceptance', 'manual', '--strategy', 'round-robin', '--patience', '15m']
    expect(typed('department', [...all, '--accept', '45s', '--silence', '2h'])).toEqual({
      ...{ acceptance: 'manual', strategy: 'round-robin' },
      ...{ patience: 900_000, accept: 45_000, silence: 7_200_000 },
    })
    expect(typed('agent', ['--capacity', '3', '--may-reply', 'no', '--wrap-up', '30s'])).toEqual({
      ...{ capacity: 3, mayReply: false, wrapUp: 30_000 },
    })
    expect(typed('department', [])).toEqual({})
  })

  test.each([
    ['department', '--patience', '10', '--patience must be a time from 1s to 7d, like 90s, 10m'],
    ['department', '--silence', '8d', '--silence must be a time from 1s to 7d'],
    ['agent', '--wrap-up', '2h', '--wrap-up must be a time from 0s to 1h'],
    ['agent', '--capacity', '0', '--capacity must be a number from 1 to 50 (got 0)'],
    ['agent', '--capacity', '0x10', '--capacity must be a number from 1 to 50 (got 0x10)'],
    ['agent', '--capacity', '1e1', '--capacity must be a number from 1 to 50 (got 1e1)'],
    ['agent', '--capacity', '', '--capacity must be a number from 1 to 50 (got )'],
    ['agent', '--may-reply', 'maybe', '--may-reply must be yes or no (got maybe)'],
  ] as const)('of %s: %s %s is one sentence', (what, flag, value, sentence) => {
    expect(() => typed(what, [flag, value])).toThrow(CliError)
    expect(() => typed(what, [flag, value])).toThrow(sentence)
  })

  test('may be what is asked before one ends: usual, none, or a list in a file', async () => {
    const asked = (value: string) => typed('department', ['--wrap-up-fields', value]).wrapUpFields
    expect(asked('usual')).toEqual([...usualWrapUp])
    expect(asked('none')).toEqual([])
    const folder = await mkdtemp(join(tmpdir(), 'bellhop-fields-'))
    const file = join(folder, 'fields.json')
    await Bun.write(file, JSON.stringify(usualWrapUp))
    expect(asked(file)).toEqual([...usualWrapUp])
    for (const wrong of ['{', '{}', '[{"key":"Reason"}]', '[1]']) {
      await Bun.write(file, wrong)
      expect(() => asked(file)).toThrow(CliError)
    }
    await rm(folder, { recursive: true })
    expect(() => asked(file)).toThrow(/cannot be read/)
  })

  test('may be words with commas between them', () => {
    expect(typed('agent', ['--languages', 'en, zh，pt-BR', '--skills', '退货、发票'])).toEqual({
      ...{ languages: 'en\nzh\npt-BR', skills: '退货\n发票' },
    })
    expect(typed('agent', ['--languages', ''])).toEqual({ languages: '' })
    expect(typed('department', ['--vip', 'VIP,Press'])).toEqual({ vip: 'VIP\nPress' })
    expect(() => typed('agent', ['--languages', 'English'])).toThrow('languages like en,zh')
    expect(() => typed('agent', ['--skills', 'x'.repeat(41)])).toThrow('at most 20 words')
  })

  test('are read back as they would be typed', () => {
    expect(settingsText(departmentSettings.fields, departmentSettings.initial)).toBe(
      'acceptance automatic, strategy least-loaded, head-start 10m, vip VIP, language-rule any, ' +
        'language-wait 30s, skill-rule any, skill-wait 2m, fair-limit 0, overflow-to none, overflow-length 0, ' +
        'overflow-wait 0s, patience 10m, accept 30s, silence 30m, ' +
        'file-size 20, image-size 10, file-count 10, voice-length 5, sneak-peek no, ' +
        'praise-en Friendly | Quick | Solved it, praise-zh 态度好 | 响应快 | 问题已解决, ' +
        'blame-en Slow | Not solved | Unfriendly, blame-zh 响应慢 | 问题未解决 | 态度不好, ' +
        'left-to , wrap-up-fields none, ' +
        'sla-first 0s, sla-next 0s, sla-solve 0s, sla-haste 100, keep-days 0, ' +
        'name-en none, name-zh none, hours always',
    )
    expect(settingsText(agentSettings.fields, { ...agentSettings.initial, wrapUp: 90_000 })).toBe(
      'capacity 5, may-reply yes, languages , skills , wrap-up 90s, undo 0s',
    )
  })
})
