import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { cleanImage } from '../../src/files/images/clean'
import { canShrink, shrink } from '../../src/files/images/shrink'
import type { Drawn } from '../../src/files/images/size'
import { readerOver } from '../../src/files/reader'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { type FileDesk, formWith, openFileDesk, type Sent } from './file-desk'
import { gif, jpeg, PLACE, photo, png, pngFrame, webp } from './images'

let desk: FileDesk
let vera: Awaited<ReturnType<FileDesk['visitor']>>
let taken: Sent
beforeAll(async () => {
  desk = await openFileDesk()
  vera = await desk.visitor()
  taken = await photo()
})
afterAll(() => desk.close())

const fields = (text = '') => ({ client_id: clientId(), text })

/** The last image of a page: where it leads, and what it is shown from. */
const shownIn = ({ text }: { text: string }) => {
  const all = [...text.matchAll(/<a class="file" href="([^"]+)"[^>]*><img src="([^"]+)"([^>]*)>/g)]
  const [, link = '', source = '', more = ''] = all.at(-1) ?? []
  return { link, source, size: /width="\d+" height="\d+"/.exec(more)?.[0] }
}
const send = async (name: string, bytes: Sent) => {
  const form = fields()
  const sent = await vera.send(formWith(form, [[name, bytes]]))
  expect([sent.status, sent.text]).toEqual([201, expect.any(String)])
  return { form, ...shownIn(await vera.get(paths.chat.page)) }
}

describe('a smaller copy', () => {
  test('is what a transcript shows; the image as it was sent is behind its link', async () => {
    const before = desk.onDisk().length
    const sent = await photo({ turn: 6 })
    const { link, source, size } = await send('Karton.an.der.Tür.jpg', sent)
    expect(source).not.toBe(link)
    expect(decodeURIComponent(source)).toEndWith('/Karton.an.der.Tür.webp')
    expect(size).toBe('width="720" height="960"')
    const [large, small] = await Promise.all([vera.get(link), vera.get(source)])
    expect(large.headers.get('Content-Type')).toBe('image/jpeg')
    expect(small.headers.get('Content-Type')).toBe('image/webp')
    expect(small.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect(small.bytes.byteLength).toBeLessThan(large.bytes.byteLength / 2)
    // The right way up, by itself.
    const { width, height } = await new Bun.Image(small.bytes).metadata()
    expect([width, height]).toEqual([720, 960])
    for (const bytes of [sent, small.bytes])
      expect(Buffer.from(bytes).includes(PLACE)).toBe(bytes === sent)
    // Colleagues see the same one, and it is kept once.
    const room = await desk.staff.amir.get(paths.workbench.conversation(vera.conversation))
    expect(shownIn(room).source).toBe(source)
    expect(desk.onDisk().length).toBe(before + 2)
    expect(await desk.unsaid()).toEqual([])
  })

  const asTheyAre: [string, () => Promise<Sent> | Sent][] = [
    ['small-enough.jpg', () => photo({ width: 90, height: 60 })],
    ['cannot-be-decoded.png', () => png({ width: 900, height: 900, noise: 200_000 })],
  ]
  test.each(asTheyAre)('is not made of %s, which is shown itself', async (name, bytes) => {
    const before = desk.onDisk().length
    const { link, source } = await send(name, await bytes())
    expect([source, desk.onDisk().length]).toEqual([link, before + 1])
    expect((await vera.get(source)).status).toBe(200)
    expect(await desk.unsaid()).toEqual([])
  })

  test('is for who may see its image, and for nobody else', async () => {
    const { source } = await send('photo.jpg', taken)
    const vito = await desk.visitor('Vito')
    expect((await vito.get(source)).status).toBe(404)
    const to = paths.workbench.files(vera.conversation)
    const noted = formWith({ ...fields('Is it this one?'), inside: 'yes' }, [['shot.jpg', taken]])
    expect((await desk.staff.amir.post(to, noted)).status).toBe(201)
    const room = await desk.staff.amir.get(paths.workbench.conversation(vera.conversation))
    const inside = shownIn(room).source
    expect(inside).toEndWith('/shot.webp')
    expect((await desk.staff.ana.get(inside)).status).toBe(200)
    expect((await vera.get(inside)).status).toBe(404)
  })

  test('goes with its image: taken back, refused, or said before', async () => {
    const { form, source } = await send('photo.jpg', taken)
    const before = desk.onDisk().length
    const entry = `${paths.chat.messages}/${form.client_id}`
    expect((await vera.post(`${entry}/withdrawal`, new URLSearchParams())).status).toBeLessThan(300)
    expect((await vera.get(source)).status).toBe(404)
    expect(desk.onDisk().length).toBe(before - 2)
    const refused = formWith(fields(), [
      ['photo.jpg', taken],
      ['a.exe', 'MZ'],
    ])
    expect((await vera.send(refused)).status).toBe(415)
    expect(desk.onDisk().length).toBe(before - 2)
    const again = formWith(fields(), [['photo.jpg', taken]])
    expect([(await vera.send(again)).status, (await vera.send(again)).status]).toEqual([201, 200])
    expect(desk.onDisk().length).toBe(before)
    expect(await desk.unsaid()).toEqual([])
  })
})

test('a smaller copy is made where the database keeps files too', async () => {
  const shared = await openFileDesk({ FILES: 'database' })
  const vito = await shared.visitor('Vito')
  expect((await vito.send(formWith(fields(), [['photo.jpg', taken]]))).status).toBe(201)
  const { source } = shownIn(await vito.get(paths.chat.page))
  expect(source).toEndWith('/photo.webp')
  expect((await vito.get(source)).headers.get('Content-Type')).toBe('image/webp')
  expect(shared.onDisk()).toEqual([])
  await shared.close()
})

test('what an image says of itself decides before any of it is decoded', async () => {
  const still = { moves: false, width: 6000, height: 4000 }
  expect(canShrink('image/png', still)).toBe(true)
  expect(canShrink('image/png', { ...still, height: 5000 })).toBe(false)
  // A JPEG in one pass is never whole in memory.
  expect(canShrink('image/jpeg', { ...still, passes: 1, height: 8000 })).toBe(true)
  expect(canShrink('image/jpeg', { ...still, passes: 10, height: 5000 })).toBe(false)
  expect(canShrink('image/jpeg', { ...still, passes: 10 })).toBe(true)
  expect(canShrink('image/jpeg', { ...still, passes: 200 })).toBe(false)
  expect(canShrink('image/webp', { ...still, moves: true })).toBe(false)
  expect(canShrink('image/gif', still)).toBe(false)
  expect(canShrink('image/webp', { ...still, width: 700, height: 16_384 })).toBe(false)
  // One whose head says more than any that was let in.
  expect(shrink(png({ width: 50_000, height: 50_000 }))).rejects.toThrow()
})

test('what moves, and how often all of an image is gone over, is told by walking it', async () => {
  const told = async (type: string, bytes: Uint8Array<ArrayBuffer>) => {
    const drawn: Partial<Drawn> = {}
    const reader = readerOver(new Blob([bytes]).stream())
    for await (const _ of cleanImage(type, reader, (about) => Object.assign(drawn, about)));
    return drawn
  }
  expect(await told('image/gif', gif({ frames: 1 }))).toMatchObject({ moves: false })
  expect(await told('image/gif', gif({ frames: 2 }))).toMatchObject({ moves: true })
  expect(await told('image/png', png())).toMatchObject({ moves: false })
  expect(await told('image/png', png({ more: [pngFrame] }))).toMatchObject({ moves: true })
  expect(await told('image/webp', webp())).toMatchObject({ moves: false })
  expect(await told('image/webp', webp({ frames: 2 }))).toMatchObject({ moves: true })
  expect(await told('image/jpeg', jpeg())).toMatchObject({ moves: false, passes: 1 })
  const again = jpeg({ end: jpeg({ turn: 1 }).subarray(2) })
  expect(await told('image/jpeg', again)).toMatchObject({ moves: false, passes: 2 })
})
