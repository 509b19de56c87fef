import { describe, expect, test } from 'bun:test'
import type { Entry as Line, Notice } from '../../actors/entry'
import { Entry } from '../../views/transcript/entry'
import type { EntryProps } from '../../views/transcript/entry-props'
import { ana, entry, vera } from '../support/gallery/data'

type Given = Partial<Omit<EntryProps, 'entry'>>

const html = (line: Line, given: Given = {}): string =>
  String(
    <Entry entry={line} audience="visitor" language="en" zone="UTC" viewer={null} {...given} />,
  )
const said = (text: string) => entry({ seq: 3, text })
const bodyOf = (page: string) => /class="body"[^>]*>(.*?)<\/(?:div|span)>/s.exec(page)?.[1]

describe('the line', () => {
  test('carries the contract', () => {
    const page = html(entry({ seq: 7, clientId: 'abc-123', by: 'agent', author: ana, text: 'Hi' }))
    expect(page).toStartWith(
      '<li id="e-abc-123" data-seq="7" data-kind="said" data-by="agent" data-side="theirs"',
    )
    expect(bodyOf(page)).toBe('Hi')
  })

  test('its text is kept from htmx and finds its own direction', () => {
    expect(html(said('x'))).toContain('<div class="body" dir="auto" hx-ignore="">x</div>')
    expect(html(said('x')).match(/hx-[a-z-]+/g)).toEqual(['hx-ignore'])
  })

  test('keeps line breaks and spaces as they are', () => {
    expect(bodyOf(html(said('one\n\n  two')))).toBe('one\n\n  two')
  })

  test('stands on the side of whoever reads', () => {
    const [theirs, mine] = ['data-side="theirs"', 'data-side="mine"']
    expect(html(said('x'))).toContain(mine)
    expect(html(said('x'), { audience: 'desk' })).toContain(theirs)
    const answer = entry({ seq: 4, by: 'agent', author: ana, name: 'Ana', text: 'x' })
    expect(html(answer)).toContain(theirs)
    expect(html(answer, { audience: 'desk' })).toContain(mine)
  })

  test('shows the hour and the day of a zone', () => {
    const page = html(said('x'), { zone: 'Asia/Tokyo' })
    expect(page).toContain('22:06</time>')
    expect(page).toContain('data-day="19"')
    expect(page).toContain('<time datetime="2026-11-19">Thursday 19 November 2026</time>')
  })

  test('a note says that only colleagues see it', () => {
    const note = entry({ seq: 5, body: { kind: 'note' }, by: 'agent', author: ana, text: 'x' })
    expect(html(note, { audience: 'desk' })).toContain('Only colleagues see this')
  })

  test('says that it was changed, and by which line, in the place it has', () => {
    expect(html(said('x'))).not.toContain('data-edited')
    const page = html(entry({ seq: 3, clientId: 'abc-123', text: 'y', edited: 9 }))
    expect(page).toStartWith('<li id="e-abc-123" data-seq="3" ')
    expect(page).toContain(' data-edited="9" class=')
  })

  test('a name stays text and keeps its direction to itself', () => {
    const page = html(entry({ seq: 1, by: 'agent', author: ana, name: '<i>Ana</i>', text: 'x' }))
    expect(page).toContain('<bdi class="author">&lt;i&gt;Ana&lt;/i&gt;</bdi>')
  })
})

describe('a notice', () => {
  const assigned: Notice = {
    code: 'assigned',
    agent: ana,
    name: 'Ana',
    waited: 18_000,
    why: { how: 'chosen', strategy: 'least-loaded', candidates: 3 },
  }
  const line = entry({ seq: 2, notice: assigned })

  test('is said in the words of its audience', () => {
    expect(bodyOf(html(line))).toBe('Ana joined. You waited 18 seconds.')
    expect(bodyOf(html(line, { audience: 'desk', viewer: ana }))).toBe(
      'Assigned to you: least loaded of 3 who are free',
    )
    expect(bodyOf(html(line, { audience: 'desk', viewer: vera }))).toStartWith('Assigned to Ana')
    expect(bodyOf(html(line, { language: 'zh' }))).toBe('Ana已接入，为您服务。您等了 18 秒。')
  })

  test('is the desk’s', () => {
    expect(html(line)).toContain('data-kind="noticed" data-by="desk" data-side="desk"')
  })

  test('a comment in it stays text', () => {
    const rated: Notice = { code: 'rated', stars: 5 }
    const page = html(entry({ seq: 2, notice: rated, text: '<img src=x onerror=alert(1)>' }), {
      audience: 'desk',
    })
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain('<img')
  })
})

describe('what people try', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b hx-get="/up" hx-trigger="load">x</b>',
    '</template><hx-upsert hx-target="body">x</hx-upsert>',
    '<hx-partial hx-target="#transcript"></hx-partial>',
    '</li><li id="e-1" data-seq="1">',
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    '{{constructor.constructor("alert(1)")()}}',
    '&lt;script&gt;',
    '<svg/onload=alert(1)>',
    ']]><script>',
    '<!-- -->',
    '\u202egnp.exe',
  ]
  const escaped = (text: string) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')

  test.each(payloads)('%s stays text', (payload) => {
    expect(bodyOf(html(said(payload)))).toBe(escaped(payload))
  })

  test.each(payloads)('%s stays text as a name', (payload) => {
    const page = html(entry({ seq: 1, by: 'agent', author: ana, name: payload, text: 'x' }))
    expect(page).toContain(`<bdi class="author">${escaped(payload)}</bdi>`)
  })
})
