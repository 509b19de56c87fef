import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { familyEndings, fileFamilies } from '../../actors/desk/file-families'
import { deskFields, deskSettings } from '../../actors/desk/settings'
import { typedText } from '../../actors/typed-settings'
import { handle } from '../../src/cli/control-requests'
import { kindOf } from '../../src/files/kinds'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { formWith, openFileDesk, type Sent } from './file-desk'
import { png, webp } from './images'

let desk: Awaited<ReturnType<typeof openFileDesk>>
let vera: Awaited<ReturnType<typeof desk.visitor>>
beforeAll(async () => {
  desk = await openFileDesk()
  vera = await desk.visitor()
})
afterAll(() => desk.close())

const set = async (changes: Record<string, string>) => {
  const done = await handle(desk.desk, {
    do: 'desk settings',
    input: { group: 'uploads', changes },
  })
  expect(done).toMatchObject({ id: 'desk' })
  await desk.web.reads.settings.load()
}
beforeEach(() => set(typedText(deskFields('uploads'), deskSettings.uploads.initial)))

const form = (...files: [string, Sent][]) =>
  formWith({ text: '', client_id: clientId(), written_in: vera.conversation }, files)
const pdf = '%PDF-1.7\n%âãÏÓ\n'
const reasonOf = ({ text }: { text: string }) => JSON.parse(text).error?.reason

describe('what visitors may send', () => {
  test('is refused by its kind with a sentence, and colleagues send it still', async () => {
    expect((await vera.send(form(['a.png', png()]))).status).toBeLessThan(300)
    await set({ images: 'no' })
    const refused = await vera.send(form(['a.png', png()]))
    expect([refused.status, reasonOf(refused)]).toEqual([415, 'fileKindRefused'])
    // By what is in it, whatever it is called.
    expect((await vera.send(form(['a.jpg', webp()]))).status).toBe(415)
    expect((await vera.send(form(['a.pdf', pdf]))).status).toBeLessThan(300)
    const own = formWith({ text: '', client_id: clientId() }, [['a.png', png()]])
    const said = await desk.staff.ana.post(paths.workbench.files(vera.conversation), own)
    expect(said.status).toBeLessThan(300)
    // One of them that is not taken takes the whole message with it.
    const before = desk.onDisk().length
    expect((await vera.send(form(['a.pdf', pdf], ['b.png', png()]))).status).toBe(415)
    expect(desk.onDisk().length).toBe(before)
  })

  test('is what the field offers to choose from; with none of it there is no field', async () => {
    const page = async () => (await vera.get(paths.chat.page)).text
    expect(await page()).not.toContain(' accept=')
    await set({ images: 'no', recordings: 'no' })
    const some = await page()
    expect(some).toContain('accept=".pdf,')
    expect(some).not.toMatch(/accept="[^"]*png/)
    // Nobody speaks where nothing spoken is taken.
    expect(some).not.toContain('data-minutes')
    await set({ documents: 'no', archives: 'no', plainTexts: 'no' })
    expect(await page()).not.toContain('type="file"')
  })

  test('every ending that is taken is of one kind', () => {
    const all = fileFamilies.flatMap((family) => familyEndings[family])
    expect(new Set(all).size).toBe(all.length)
  })

  test('an archive is none by the name of a document, as some of these are known for no more', async () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...new Array(60).fill(0)])
    expect((await kindOf(zip, 'a.zip'))?.family).toBe('archives')
    expect((await kindOf(zip, 'a.docx'))?.family).toBe('documents')
  })
})

describe('all files of one message', () => {
  const MB = new Uint8Array(1024 * 1024 - 400)
  const large = (nth: number): [string, Uint8Array<ArrayBuffer>] => {
    const bytes = new Uint8Array(MB)
    bytes.set(new TextEncoder().encode(pdf))
    return [`${nth}.pdf`, bytes]
  }

  test('may be as large together as the desk says, for colleagues as well', async () => {
    await set({ messageSize: '2' })
    expect((await vera.send(form(large(1), large(2)))).status).toBeLessThan(300)
    const before = desk.onDisk().length
    const refused = await vera.send(form(large(1), large(2), large(3)))
    expect([refused.status, reasonOf(refused)]).toEqual([413, 'filesTooLarge'])
    expect(refused.text).toContain('2 MB')
    const own = formWith({ text: '', client_id: clientId() }, [large(1), large(2), large(3)])
    const said = await desk.staff.ana.post(paths.workbench.files(vera.conversation), own)
    expect(said.status).toBe(413)
    expect(desk.onDisk().length).toBe(before)
  })

  test('no size that is none', async () => {
    for (const messageSize of ['0', '101', 'much']) {
      const input = { group: 'uploads' as const, changes: { messageSize } }
      expect(await handle(desk.desk, { do: 'desk settings', input })).toMatchObject({
        reason: 'numberNotValid',
      })
    }
  })
})
