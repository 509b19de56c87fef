import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { configureDepartment } from '../../src/commands/departments/configure'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { type FileDesk, formWith, openFileDesk, type Sent } from './file-desk'

let desk: FileDesk
let vera: Awaited<ReturnType<FileDesk['visitor']>>
beforeAll(async () => {
  desk = await openFileDesk()
  vera = await desk.visitor()
})
afterAll(() => desk.close())

const bytes = (hex: string, text = '') =>
  new Uint8Array(Buffer.concat([Buffer.from(hex.replaceAll(' ', ''), 'hex'), Buffer.from(text)]))

/** As browsers record: the first bytes of each, which say what it is. */
const spoken: [string, Sent, string][] = [
  [
    'voice-2026-11-30-1012.weba',
    bytes('1a45dfa3 9f 4286 8101 42f7 8101 42f2 8104 42f3 8108 4282 84', 'webmB'),
    'audio/webm',
  ],
  ['voice.m4a', bytes('00000018', 'ftypiso5\0\0\x02\0iso5mp41'), 'audio/mp4'],
  [
    'voice.ogg',
    bytes('4f676753 00 02 0000000000000000 00000000 00000000 00000000 01 13', 'OpusHead'),
    'audio/ogg',
  ],
  ['memo.mp3', bytes('49443303000000000000', 'abc'), 'audio/mpeg'],
]

describe('a voice message', () => {
  test.each(spoken)(
    'is played in its place, with a script or without: %s',
    async (name, sent, type) => {
      const form = formWith({ client_id: clientId(), text: '' }, [[name, sent]])
      // As the form without a script sends it.
      expect((await vera.send(form, {})).status).toBe(303)
      const pages = [
        await vera.get(paths.chat.page),
        await desk.staff.ana.get(paths.workbench.conversation(vera.conversation)),
      ]
      for (const { text } of pages) {
        const [player = ''] = text.match(/<audio[^>]*>/g)?.slice(-1) ?? []
        expect(player).toMatch(/^<audio controls preload="none" src="\/files\/[^"]+" aria-label="/)
        expect(player).toContain(`aria-label="${name}"`)
        const source = /src="([^"]+)"/.exec(player)?.[1] ?? ''
        const part = await vera.get(source, { Range: 'bytes=0-3' })
        expect([part.status, part.headers.get('Content-Type')]).toEqual([206, type])
        expect(part.headers.get('Content-Disposition')).toStartWith('inline')
      }
    },
  )

  test('is a voice message in lists, and what only calls itself one is refused', async () => {
    const list = async (language: string) =>
      (await desk.staff.ana.get(paths.workbench.page, { 'Accept-Language': language })).text
    expect(await list('en')).toContain('<bdi>Voice message</bdi>')
    expect(await list('zh')).toContain('<bdi>语音消息</bdi>')
    for (const text of ['<script>alert(1)</script>', 'MZ', '']) {
      const form = formWith({ client_id: clientId(), text: '' }, [['voice.weba', text]])
      expect((await vera.send(form)).status).toBe(text ? 415 : 422)
    }
  })
})

describe('the microphone', () => {
  const pages = () =>
    Promise.all([
      vera.get(paths.chat.page),
      desk.staff.ana.get(paths.workbench.conversation(vera.conversation)),
    ])

  test('stands in both composers, and a page of ours may hear', async () => {
    for (const { text, headers } of await pages()) {
      const [button = ''] = text.match(/<button[^>]*class="attach voice"[^>]*>/) ?? []
      expect(button).toContain('type="button"')
      expect(button).toContain('aria-label="Record a voice message"')
      expect(button).toContain('data-minutes="5"')
      expect(headers.get('Permissions-Policy')).toContain('microphone=(self)')
      expect(headers.get('Permissions-Policy')).toContain('camera=()')
      // What was recorded is listened to before it is sent.
      expect(headers.get('Content-Security-Policy')).toContain("media-src 'self' blob:")
    }
  })

  test('is not there where a department wants none', async () => {
    const { store } = desk.desk
    const row = await store.conversations.find(vera.conversation)
    const department = row?.department ?? ''
    expect(await configureDepartment(desk.desk, department, { voiceLength: 0 })).toBeNull()
    for (const { text } of await pages()) {
      expect(text).toContain('class="attach"')
      expect(text).not.toContain('class="attach voice"')
    }
    const tooLong = await configureDepartment(desk.desk, department, { voiceLength: 31 })
    expect(tooLong).toMatchObject({ code: 'invalid', field: 'voiceLength' })
  })
})
