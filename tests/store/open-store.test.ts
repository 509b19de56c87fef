import { expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openStore } from '../../src/store/open-store'
import { scratchFolder } from '../support/programs'

const open = async (url: string, dataDir: string) => {
  const store = await openStore({ url, dataDir, clock: systemClock, log: openLog('silent') })
  const { dialect } = await store.health()
  await store.close()
  return dialect
}

test('a URL names its file: absolute, from here, or the usual one', async () => {
  const folder = scratchFolder()
  const file = (name: string) => join(folder, name)
  expect(await open('sqlite:', folder)).toBe('sqlite')
  await open(`sqlite:${file('absolute.db')}`, '/nowhere')
  await open(`sqlite://${file('slashes.db')}`, '/nowhere')
  await open(`sqlite:${relative('.', file('from-here.db'))}`, '/nowhere')
  for (const name of ['bellhop.db', 'absolute.db', 'slashes.db', 'from-here.db']) {
    expect(existsSync(file(name))).toBe(true)
  }
})
