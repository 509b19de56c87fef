import { expect, spyOn, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../src/clock'
import { diskFiles } from '../../src/files/disk'
import { sweepUnsaid } from '../../src/system/maintenance/unsaid-files'
import { paths } from '../../views/paths'
import { openSqliteAt } from '../store/open'
import { clientId, until } from '../support/desk'
import { startBellhop } from '../support/program'
import { canMount, mountDisk } from '../support/small-disk'
import { json } from '../web/ask'
import { formWith, openFileDesk } from '../web/file-desk'

const HOUR_MS = 3_600_000
const inTwoHours = { now: () => systemClock.now() + 2 * HOUR_MS }

const filesIn = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)

test('what was never said is swept, and what was said stays though nobody noted it', async () => {
  const desk = await openFileDesk()
  const vera = await desk.visitor()
  const { store, files } = desk.desk
  const form = { client_id: clientId(), text: '' }
  await vera.send(formWith(form, [['said.txt', 'said']]))
  const [said] = await store.files.of(vera.conversation, form.client_id)
  // The same file once more under another id: it came, and its message was said without it.
  const at = systemClock.now()
  for (const id of ['came', 'coming']) {
    await store.files.expect({ id, conversation: vera.conversation, at })
    await files.put(id, new Response('left').body ?? new ReadableStream())
  }
  await store.files.arrived([{ id: 'came', bytes: 4 }], form.client_id)
  await sweepUnsaid({ store, files, clock: systemClock })
  expect((await desk.unsaid()).length).toBe(2)
  await sweepUnsaid({ store, files, clock: inTwoHours })
  expect(await desk.unsaid()).toEqual([])
  expect(desk.onDisk()).toEqual([said?.id ?? ''])
  await desk.close()
})

test('what was taken back is swept, though whoever took it back could not remove it', async () => {
  const desk = await openFileDesk()
  const vera = await desk.visitor()
  const { store, files } = desk.desk
  const form = { client_id: clientId(), text: '' }
  await vera.send(formWith(form, [['mine.txt', 'mine']]))
  const remove = spyOn(files, 'remove').mockRejectedValueOnce(new Error('The node is gone'))
  const entry = `${paths.chat.messages}/${form.client_id}`
  await vera.post(`${entry}/withdrawal`, new URLSearchParams())
  remove.mockRestore()
  expect(desk.onDisk()).toHaveLength(1)
  await sweepUnsaid({ store, files, clock: inTwoHours })
  expect(desk.onDisk()).toEqual([])
  await desk.close()
})

test('a node that is killed in the middle of a file leaves nothing that stays', async () => {
  const program = await startBellhop({ env: { RATE_FACTOR: '1000' } })
  await program.ready()
  const { url, dataDir } = program
  const begun = await fetch(`${url}${paths.chat.page}`, {
    ...{ method: 'POST', redirect: 'manual', headers: { Origin: url } },
    body: new URLSearchParams({ name: 'Vera', text: 'Hello', client_id: clientId() }),
  })
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const headers = { Origin: url, Cookie: cookie, ...json }
  const form = { client_id: clientId(), text: '' }
  const body = formWith(form, [['said.txt', 'said']])
  const said = await fetch(`${url}${paths.chat.files}`, { method: 'POST', headers, body })
  expect(said.status).toBe(201)
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
  const endless = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(Buffer.from(head + 'x'.repeat(300_000))),
  })
  const type = { 'Content-Type': 'multipart/form-data; boundary=b' }
  const coming = fetch(`${url}${paths.chat.files}`, {
    ...{ method: 'POST', headers: { ...headers, ...type }, body: endless },
  }).catch(() => 'cut off')
  await until(() => filesIn(dataDir).some((name) => name.endsWith('.tmp')))
  program.kill('SIGKILL')
  await program.exited
  await coming
  const store = await openSqliteAt(join(dataDir, 'bellhop.db'))
  await sweepUnsaid({ store, files: diskFiles(dataDir), clock: inTwoHours })
  expect(filesIn(dataDir)).toHaveLength(1)
  expect(await store.files.unsaid(Number.MAX_SAFE_INTEGER, 10)).toEqual([])
  await store.close()
}, 40_000)

test.if(canMount)(
  'a disk without room says so, and takes the same again later',
  async () => {
    const disk = mountDisk('size=24m')
    // The database has room elsewhere: it is only files that have none.
    const database = await openFileDesk({
      DATA_DIR: disk.path,
      DATABASE_URL: `sqlite:${join(disk.path, 'desk.db')}`,
    })
    const vera = await database.visitor()
    const form = { client_id: clientId(), text: 'Look' }
    const large = formWith(form, [['large.txt', 'x'.repeat(19 * 1024 * 1024)]])
    const ballast = join(disk.path, 'ballast')
    await Bun.write(ballast, 'x'.repeat(10 * 1024 * 1024))
    const refused = await vera.send(large)
    expect([refused.status, JSON.parse(refused.text).error.reason]).toEqual([507, 'fileNotSaved'])
    expect(database.onDisk()).toEqual([])
    expect((await vera.get(paths.chat.page)).text).not.toContain('Look')
    await Bun.file(ballast).delete()
    expect((await vera.send(large)).status).toBe(201)
    await database.close()
    disk.end()
  },
  20_000,
)
