import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { NOTE } from '../support/leaks'
import { type FileDesk, formWith, openFileDesk, type Sent } from './file-desk'
import { gif, jpeg, png, webp } from './images'

let desk: FileDesk
let shared: Awaited<ReturnType<FileDesk['visitor']>>
beforeAll(async () => {
  desk = await openFileDesk()
  shared = await desk.visitor()
})
afterAll(() => desk.close())

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const MB = 1024 * 1024
const fields = (text = '') => ({ client_id: clientId(), text })
const reasonOf = ({ text }: { text: string }) => JSON.parse(text).error?.reason

describe('what is refused leaves nothing behind', () => {
  const html = '<!doctype html><script>alert(1)</script>'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const refused: [string, Sent, number, string][] = [
    ['script.svg', svg, 415, 'fileType'],
    ['script.svg', `<?xml version="1.0"?>${svg}`, 415, 'fileType'],
    ['svg.png', svg, 415, 'fileType'],
    ['page.html', html, 415, 'fileType'],
    ['page.htm.txt', html, 415, 'fileType'],
    ['shell.php.png', png(), 415, 'fileType'],
    ['shell.php', '<?php system(1);', 415, 'fileType'],
    ['.htaccess', 'AddType x .png', 415, 'fileType'],
    ['\u200b.htaccess', 'AddType x .png', 415, 'fileType'],
    ['program.exe', latin('MZ\x90\0'), 415, 'fileType'],
    ['program.png', latin('MZ\x90\0'), 415, 'fileType'],
    ['script.sh', '#!/bin/sh', 415, 'fileType'],
    ['nothing-known', 'some text', 415, 'fileType'],
    ['binary.txt', latin('a\0b'), 415, 'fileType'],
    ['latin.txt', latin('caf\xe9 au lait'), 415, 'fileType'],
    ['photo.pdf', png(), 415, 'fileType'],
    ['paper.png', '%PDF-1.4 …', 415, 'fileType'],
    ['movie.png', latin('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'), 415, 'fileType'],
    ['photo.heic', latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 415, 'fileType'],
    ['alert.gif', 'GIF89a=alert(1)//', 422, 'imageTooLarge'],
    ['page.png', new Uint8Array([...png().subarray(0, 8), ...latin(html)]), 415, 'fileType'],
    ['both.png', new Uint8Array([...png(), ...latin(html)]), 415, 'fileType'],
    ['both.jpg', jpeg({ end: latin(`\xff\xd9PK\x03\x04\x14\0`) }), 415, 'fileType'],
    ['cut.png', png({ noise: 900 }).subarray(0, 500), 415, 'fileType'],
    ['cut.gif', gif().subarray(0, 40), 415, 'fileType'],
    ['cut.webp', webp().subarray(0, 40), 415, 'fileType'],
    ['cut.jpg', jpeg().subarray(0, 60), 415, 'fileType'],
    ['flood.png', png({ width: 30_000, height: 30_000 }), 422, 'imageTooLarge'],
    ['flood.jpg', jpeg({ width: 65_500, height: 65_500 }), 422, 'imageTooLarge'],
    ['line.png', png({ width: 60_000, height: 1 }), 422, 'imageTooLarge'],
    ['frames.gif', gif({ frames: 10_000 }), 422, 'imageTooLarge'],
    ['none.gif', gif({ frames: 0 }), 415, 'fileType'],
    ['flat.png', png({ width: 0 }), 415, 'fileType'],
    ['empty.txt', '', 422, 'fileEmpty'],
    ['large.txt', 'x'.repeat(20 * MB + 1), 413, 'fileTooLarge'],
    ['large.png', png({ noise: 10 * MB }), 413, 'fileTooLarge'],
  ]
  test.each(refused)('%s', async (name, bytes, status, reason) => {
    const before = desk.onDisk()
    const vera = shared
    const files: [string, Sent][] = [
      ['good.txt', 'good'],
      [name, bytes],
    ]
    const answer = await vera.send(formWith(fields('Refused with it'), files))
    expect([answer.status, reasonOf(answer)]).toEqual([status, reason])
    expect(desk.onDisk()).toEqual(before)
    expect(await desk.unsaid()).toEqual([])
    expect((await vera.get(paths.chat.page)).text).not.toContain('Refused with it')
  })

  test('is said with its limit, and what was written is still there', async () => {
    const vera = await desk.visitor()
    const files = Array.from({ length: 11 }, (_, n): [string, Sent] => [`${n}.txt`, 'x'])
    const many = await vera.send(formWith(fields('Eleven of them'), files), {})
    expect(many.status).toBe(422)
    expect(many.text).toContain('At most 10 files in one message')
    expect(many.text).toContain('Eleven of them</textarea>')
    const large = await vera.send(formWith(fields(), [['l.txt', 'x'.repeat(20 * MB + 1)]]))
    expect(JSON.parse(large.text).error.message).toContain('at most 20 MB')
    const to = paths.workbench.files(vera.conversation)
    const noted = { ...fields(`${NOTE} keeps`), inside: 'yes' }
    const page = await desk.staff.ana.post(to, formWith(noted, [['a.exe', 'MZ']]), {})
    expect(page.status).toBe(415)
    expect(page.text).toContain(`${NOTE} keeps</textarea>`)
    expect(desk.onDisk().filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
