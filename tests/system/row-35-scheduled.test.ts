import { expect, test } from 'bun:test'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupName } from '../../src/backup/keep'
import { backupsOf } from '../../src/commands/backups/made'
import { runHere } from '../cli/terminal'
import { openSqliteAt } from '../store/open'
import { startBellhop } from '../support/program'
import { scratchFolder, waitFor } from '../support/programs'

const quiet = { LOG_LEVEL: 'error', BACKUP_EVERY: '30m' }

test('a desk makes backups by itself, keeps the newest and what others put there, and remembers', async () => {
  const folder = scratchFolder()
  const others = ['notes.txt', 'bellhop-old.tar']
  const left = `${backupName(Date.UTC(2026, 0, 1))}.0123456789ab.part`
  const older = [1, 2, 3].map((day) => backupName(Date.UTC(2026, 0, day)))
  for (const name of [...older, ...others, left]) writeFileSync(join(folder, name), name)
  utimesSync(join(folder, left), 1, 1)
  const env = { ...quiet, BACKUP_DIR: folder, BACKUP_KEEP: '2' }
  const desk = await startBellhop({ env })
  await desk.ready()
  const began = Date.now()
  const isRotated = () => !existsSync(join(folder, older[1] ?? ''))
  await waitFor('a backup', isRotated, 30_000)
  const audit = async () => (await runHere(['audit', 'list', '--json', '--data', desk.dataDir])).out
  await waitFor('the desk to be told', async () => (await audit()).includes('list:backup'), 10_000)
  expect(await desk.stop()).toBe(0)
  const now = readdirSync(folder).toSorted()
  const [newest = ''] = now.filter((name) => ![...older, ...others].includes(name))
  expect(now).toEqual([older[2] ?? '', newest, ...others].toSorted())
  expect((await runHere(['verify', join(folder, newest)])).code).toBe(0)
  const store = await openSqliteAt(join(desk.dataDir, 'bellhop.db'))
  const { made, failed } = await backupsOf(store)
  await store.close()
  expect(failed).toBeNull()
  expect(made).toMatchObject({ file: newest, bytes: readFileSync(join(folder, newest)).length })
  expect(Math.abs((made?.at ?? 0) - began)).toBeLessThan(30_000)
}, 60_000)

test('why one could not be made is remembered, and the desk goes on', async () => {
  const file = join(scratchFolder(), 'no-folder')
  writeFileSync(file, '')
  const desk = await startBellhop({ env: { ...quiet, BACKUP_DIR: join(file, 'backups') } })
  await desk.ready()
  await waitFor('the failure', () => desk.stdout().includes('could not be made'), 30_000)
  expect((await fetch(`${desk.url}/ready`)).status).toBe(200)
  expect(await desk.stop()).toBe(0)
  const store = await openSqliteAt(join(desk.dataDir, 'bellhop.db'))
  const { made, failed } = await backupsOf(store)
  await store.close()
  expect([made, failed?.why]).toEqual([null, expect.stringContaining('a folder is needed there')])
}, 60_000)

test('where no folder is said, none is made without a name', async () => {
  const data = scratchFolder()
  await runHere(['agent', 'create', '--email', 'ana@desk.test', '--name', 'Ana', '--data', data])
  const { code, err } = await runHere(['backup', '--data', data])
  expect([code, err]).toEqual([2, expect.stringContaining('BACKUP_DIR')])
  const env = { BACKUP_EVERY: 'daily', BACKUP_KEEP: '0' }
  const wrong = await runHere(['backup', '--data', data], { env })
  expect([wrong.code, wrong.err]).toEqual([
    2,
    expect.stringMatching(/BACKUP_EVERY[\s\S]*BACKUP_KEEP/),
  ])
})
