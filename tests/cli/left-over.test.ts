import { describe, expect, spyOn, test } from 'bun:test'
import * as fs from 'node:fs'
import { existsSync, linkSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../src/config'
import { openDesk } from '../../src/open'
import { openSqliteAt } from '../store/open'
import { scratchFolder } from '../support/programs'
import { refusal, SECRET, serve } from './refusal'
import { runHere } from './terminal'

test('where the kernel shows itself as files no desk can be', async () => {
  for (const place of ['/proc/desk', '/proc/a/desk', '/proc', '/proc/self/desk'])
    for (const env of [undefined, { SECRET }])
      refusal(await serve(place, env), 'can be made in /proc')
})

describe('a secret that was made for a start that is refused', () => {
  test('is taken away with its folder, and no other is', async () => {
    const folder = scratchFolder()
    const data = join(folder, 'data')
    expect((await runHere(['migrate', '--data', data])).code).toBe(0)
    const file = join(data, 'bellhop.db')
    const store = await openSqliteAt(file)
    const elsewhere = { DATABASE_URL: `sqlite:${file}` }
    refusal(await serve(join(folder, 'other/data'), elsewhere), 'in use')
    refusal(await serve(data), 'in use')
    await store.close()
    linkSync(file, join(folder, 'again.db'))
    refusal(await serve(join(folder, 'other'), elsewhere), '2 names')
    expect(readdirSync(folder).toSorted()).toEqual(['again.db', 'data'])
    expect(existsSync(join(data, 'secret'))).toBe(true)
    rmSync(join(folder, 'again.db'))
    const refused = await serve(join(folder, 'other'), {
      DATABASE_URL: 'mysql://desk:no@127.0.0.1:1/desk?ssl=verify&connect-timeout=100ms',
    })
    expect(refused.said).toContain('Bellhop is closed')
    expect(readdirSync(folder)).toEqual(['data'])
  })

  test('stays where another program may have read it', () => {
    const dataDir = join(scratchFolder(), 'data')
    const mine = readConfig({ DATA_DIR: dataDir })
    const theirs = readConfig({ DATA_DIR: dataDir })
    expect(theirs.secret).toBe(mine.secret)
    expect(theirs.takeBackSecret).toBeUndefined()
    writeFileSync(join(dataDir, 'bellhop.db'), '')
    mine.takeBackSecret?.()
    expect(readConfig({ DATA_DIR: dataDir }).secret).toBe(mine.secret)
    rmSync(join(dataDir, 'bellhop.db'))
    mine.takeBackSecret?.()
    expect(existsSync(dataDir)).toBe(false)
  })

  test('is put back by who has opened a desk by it meanwhile', async () => {
    const dataDir = join(scratchFolder(), 'data')
    const mine = readConfig({ DATA_DIR: dataDir })
    const theirs = readConfig({ DATA_DIR: dataDir })
    // Between their look at the secret and their first file.
    mine.takeBackSecret?.()
    expect(existsSync(dataDir)).toBe(false)
    const { close } = await openDesk({ ...theirs, logLevel: 'silent' })
    expect(readConfig({ DATA_DIR: dataDir }).secret).toBe(mine.secret)
    await close()
  })

  test('is put back by who takes it away, if they opened a desk in that moment', () => {
    const dataDir = join(scratchFolder(), 'data')
    const mine = readConfig({ DATA_DIR: dataDir })
    const removed = spyOn(fs, 'rmSync').mockImplementationOnce((path) => {
      writeFileSync(join(dataDir, 'bellhop.db'), '')
      unlinkSync(path)
    })
    mine.takeBackSecret?.()
    removed.mockRestore()
    expect(readConfig({ DATA_DIR: dataDir }).secret).toBe(mine.secret)
  })

  test('that another program has made anew meanwhile is no longer theirs', () => {
    const dataDir = join(scratchFolder(), 'data')
    const mine = readConfig({ DATA_DIR: dataDir })
    const theirs = readConfig({ DATA_DIR: dataDir })
    mine.takeBackSecret?.()
    readConfig({ DATA_DIR: dataDir })
    expect(() => theirs.keepSecret?.()).toThrow('made anew')
  })
})
