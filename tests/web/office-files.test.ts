import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import { isProblem } from '../../actors/problem'
import { hireAgent } from '../../src/commands/agents/hire'
import { fileList, filePaths } from '../../views/office/files/list'
import { exportPath } from '../../views/office/list/list'
import { paths } from '../../views/paths'
import { clientId, PASSWORD } from '../support/desk'
import { withQuickPasswords } from '../support/quick-passwords'
import { json, signIn } from './ask'
import { formWith, openFileDesk, type Sent } from './file-desk'
import { nextOn, rowsOn } from './office-rows'

const { path } = fileList

let desk: Awaited<ReturnType<typeof openFileDesk>>
let cookie: string
let vera: Awaited<ReturnType<typeof desk.visitor>>
beforeAll(async () => {
  desk = await openFileDesk()
  const account = { name: 'Olga', email: 'olga@desk.test', password: PASSWORD }
  const id = await hireAgent(
    withQuickPasswords(desk.desk),
    account,
    { departments: ['support'] },
    'admin',
  )
  if (isProblem(id)) throw new Error(id.reason)
  cookie = await signIn(desk.ask, 'Olga')
  vera = await desk.visitor()
  for (const [name, what] of sent) await send(name, what)
})
afterAll(() => desk.close())

const sent: readonly [string, Sent][] = [
  ['Ärger.txt', 'x'.repeat(900)],
  ['offer.txt', 'x'.repeat(20)],
  ['=cmd.txt', 'x'.repeat(5_000)],
]
const send = async (name: string, what: Sent) => {
  const form = formWith({ client_id: clientId() }, [[name, what]])
  expect((await vera.send(form)).status).toBe(201)
}
const get = (address: string, headers = {}) => desk.ask('GET', address, { cookie, headers })
const told = async (asked = '') => JSON.parse((await get(path + asked, json)).text)
const namesOf = async (asked = ''): Promise<string[]> =>
  (await told(asked)).rows.map(({ name }: { name: string }) => name)

describe('files that were sent', () => {
  test('are listed with who sent them, and the room that all of them take', async () => {
    expect(await namesOf('?sort=at')).toEqual(sent.map(([name]) => name))
    const { rows, total } = await told()
    expect(total).toEqual({ count: 3, bytes: 5_920 })
    expect(rows[0]).toMatchObject({ who: 'Vera', type: 'text/plain', size: 5_000 })
    expect(rows[0].conversation).toBe(vera.conversation)
    expect((await get(path)).text).toContain('3 files take')
  })

  test.each([
    ['?sort=-size', ['=cmd.txt', 'Ärger.txt', 'offer.txt']],
    ['?q=OFFER', ['offer.txt']],
    ['?kind=image', []],
    ['?kind=other&sort=size', ['offer.txt', 'Ärger.txt', '=cmd.txt']],
    ['?from=2031-01-01', []],
  ])('are narrowed and put in order by %s', async (asked, names) => {
    expect(await namesOf(asked)).toEqual(names)
  })

  test('are a table without formulas, and only for who keeps them', async () => {
    const { text } = await get(exportPath(path, 'csv'))
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true })
    expect(rows.map(({ name }) => name)).toContain("'=cmd.txt")
    const { ana } = desk.staff
    expect((await ana.get(path)).status).toBe(403)
    expect((await get(`${path}?kind=secret`, json)).status).toBe(422)
  })

  test('are removed for good by who keeps them: the message stays, and the audit tells', async () => {
    const { rows } = await told('?q=offer')
    const [{ id }] = rows as [{ id: string }]
    expect((await vera.get(paths.file(id, 'offer.txt'))).status).toBe(200)
    const { ana } = desk.staff
    expect((await ana.post(filePaths.removal(id), '')).status).toBe(403)
    const done = await desk.ask('POST', filePaths.removal(id), { cookie })
    expect(done.status).toBe(303)
    expect((await get(done.headers.get('Location') ?? '')).text).toContain('The file is gone')
    expect((await vera.get(paths.file(id, 'offer.txt'))).status).toBe(404)
    expect(await namesOf('?q=offer')).toEqual([])
    expect((await vera.get(paths.chat.page)).text).toContain('offer.txt')
    const [newest] = await desk.desk.store.audit.newest(1)
    expect(newest).toMatchObject({ act: 'fileRemoved', actorName: 'Olga', object: `file:${id}` })
    expect(newest?.detail).toMatchObject({ value: 'offer.txt', bytes: 20 })
    expect((await desk.ask('POST', filePaths.removal(id), { cookie })).status).toBe(404)
    expect(await desk.desk.files.read(id, 0, 1)).toBeUndefined()
  })

  test('that were taken back are not there any more', async () => {
    const form = formWith({ client_id: 'taken-back-1' }, [['gone.txt', 'gone']])
    await vera.send(form)
    expect(await namesOf('?q=gone')).toEqual(['gone.txt'])
    const back = paths.chat.withdrawal('taken-back-1')
    expect((await desk.ask('POST', back, { cookie: vera.cookie })).status).toBeLessThan(400)
    expect(await namesOf('?q=gone')).toEqual([])
  })

  test('of which there are many are read page by page, each once', async () => {
    const { files } = desk.desk.store
    for (let nth = 0; nth < 120; nth += 1) {
      const id = `many-${String(nth).padStart(3, '0')}`
      await files.expect({ id, conversation: vera.conversation, at: 1_000 + Math.floor(nth / 7) })
      await files.arrived([{ id, bytes: 7, name: `many ${nth}.png`, type: 'image/png' }], id)
      await files.said([id])
    }
    for (const sort of ['at', '-at', 'size', '-size']) {
      const seen: string[] = []
      let at: string | undefined = `${path}?kind=image&sort=${sort}`
      for (let pages = 0; at && pages < 9; pages += 1) {
        const { text } = await get(at)
        seen.push(...rowsOn(text))
        at = nextOn(text)
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 120, 120])
    }
  })
})
