import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { liOf } from './cards'
import { type FileDesk, openFileDesk, type Sent } from './file-desk'
import { PLACE, png, pngText } from './images'

const { chat, workbench } = paths
let desk: FileDesk
beforeAll(async () => {
  desk = await openFileDesk()
})
afterAll(() => desk.close())

const ALT = 'A brass lamp beside a window'
const lamp = { is: 'product', title: 'Desk lamp', 'button.0': 'I take it' }

const cardWith = (fields: Record<string, string>, images: readonly [name: string, Sent][] = []) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...lamp, client_id: clientId(), ...fields }))
    form.set(name, value)
  for (const [name, bytes] of images) form.append('image', new File([bytes], name))
  return form
}
const send = (conversation: string, form: FormData, headers?: Record<string, string>) =>
  desk.staff.ana.post(workbench.cards(conversation), form, headers)
const problemIn = (text: string) => JSON.parse(text).error

describe('the image of a card', () => {
  test('is shown to both with what it shows in words, cleaned, from its own file', async () => {
    const vera = await desk.visitor()
    const form = cardWith({ alt: ALT }, [['lamp.png', png({ more: [pngText] })]])
    expect((await send(vera.conversation, form)).status).toBe(201)
    const id = String(form.get('client_id'))
    for (const [who, path] of [
      [vera, chat.page],
      [desk.staff.ana, workbench.conversation(vera.conversation)],
    ] as const) {
      const li = liOf((await who.get(path)).text, id)
      expect(li).toContain(`alt="${ALT}"`)
      expect(li.split('<img')).toHaveLength(2)
      const [, src = ''] = /<img src="([^"]+)"/.exec(li) ?? []
      const image = await who.get(src)
      expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/png'])
      expect(image.text).not.toContain(PLACE)
    }
    expect(await desk.unsaid()).toEqual([])
  })

  test('stays on it when its visitor answers, and goes when it is taken back', async () => {
    const vera = await desk.visitor()
    const form = cardWith({ alt: ALT }, [['lamp.png', png()]])
    await send(vera.conversation, form)
    const id = String(form.get('client_id'))
    const press = new URLSearchParams({ button: '0' })
    expect((await vera.post(chat.cardAnswer(id), press)).status).toBe(201)
    expect(liOf((await vera.get(chat.page)).text, id)).toContain(`alt="${ALT}"`)
    const { turns } = desk.desk.store
    const journal = JSON.stringify(await turns.journal(`conversation:${vera.conversation}`, 0, 99))
    expect(journal).not.toContain('lamp.png')
    expect(journal).not.toContain(ALT)
    const { withdrawal } = workbench.entry(vera.conversation)
    const kept = desk.onDisk().length
    const body = new URLSearchParams()
    expect((await desk.staff.ana.post(withdrawal(id), body)).status).toBeLessThan(300)
    expect((await vera.get(chat.page)).text).not.toContain(ALT)
    expect(desk.onDisk().length).toBeLessThan(kept)
  })

  test('is sent twice and there once', async () => {
    const vera = await desk.visitor()
    const fields = { alt: ALT, client_id: clientId() }
    const once = () => send(vera.conversation, cardWith(fields, [['lamp.png', png()]]))
    expect([(await once()).status, (await once()).status]).toEqual([201, 200])
    expect(await desk.unsaid()).toEqual([])
  })

  test('needs words, and is one picture; what is refused leaves nothing behind', async () => {
    const vera = await desk.visitor()
    const before = desk.onDisk()
    const one: [string, Sent] = ['lamp.png', png()]
    const refused = async (fields: Record<string, string>, images: [string, Sent][]) => {
      const { status, text } = await send(vera.conversation, cardWith(fields, images))
      return [status, problemIn(text).reason, problemIn(text).field]
    }
    expect(await refused({}, [one])).toEqual([422, 'cardAltMissing', 'alt'])
    expect(await refused({ alt: ALT }, [])).toEqual([422, 'cardImageMissing', 'image'])
    expect(await refused({ alt: ALT }, [one, one])).toEqual([422, 'tooManyFiles', 'image'])
    const text: [string, Sent] = ['lamp.txt', 'a lamp, written down']
    expect(await refused({ alt: ALT }, [text])).toEqual([415, 'cardImageNotValid', 'image'])
    expect(await refused({ alt: 'é'.repeat(201) }, [one])).toEqual([422, 'textTooLong', 'alt'])
    const page = await send(vera.conversation, cardWith({ detail: 'With a bulb' }, [one]), {})
    expect([page.status, page.text.includes('value="With a bulb"')]).toEqual([422, true])
    expect(page.text).toContain('Say what the picture shows')
    expect([desk.onDisk(), await desk.unsaid()]).toEqual([before, []])
  })

  test('a form whose picture was left out sends the card alone', async () => {
    const vera = await desk.visitor()
    const form = cardWith({}, [['', '']])
    expect((await send(vera.conversation, form)).status).toBe(201)
    expect((await vera.get(chat.page)).text).toContain('Desk lamp')
  })
})
