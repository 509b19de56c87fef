import { describe, expect, test } from 'bun:test'
import { linked } from '../../views/transcript/linkify'

const html = (text: string) => String(<p>{linked(text)}</p>)
const links = (text: string) => [...html(text).matchAll(/<a href="([^"]*)"/g)].map(([, to]) => to)

describe('links', () => {
  const led: [text: string, to: string][] = [
    ['see https://shop.example/a?b=1&c=2#d now', 'https://shop.example/a?b=1&amp;c=2#d'],
    ['HTTP://SHOP.example', 'HTTP://SHOP.example'],
    ['mailto:vera@example.com', 'mailto:vera@example.com'],
    ['write to vera.k+shop@mail.example.com!', 'mailto:vera.k+shop@mail.example.com'],
    ['tel:+49-341-5550199', 'tel:+49-341-5550199'],
    ['(https://example.com/a)', 'https://example.com/a'],
    ['https://example.com/a_(b)', 'https://example.com/a_(b)'],
    ['https://example.com/a.', 'https://example.com/a'],
    ['"https://example.com/a",', 'https://example.com/a'],
    ['请看https://example.com/a，谢谢', 'https://example.com/a'],
    ['https://example.com/a请看', 'https://example.com/a'],
    ['https://example.com请看', 'https://example.com'],
    ['発送はhttps://example.jp/x、です', 'https://example.jp/x'],
    ['写信给vera@example.com吧', 'mailto:vera@example.com'],
    // In whatever script an address is written, all of it is one link.
    ['see https://münchen.example/straße?q=größe.', 'https://münchen.example/straße?q=größe'],
    ['„https://кто.example/кот“', 'https://кто.example/кот'],
    ['https://example.gr/νέα, καλημέρα', 'https://example.gr/νέα'],
    ['https://xn--mnchen-3ya.example', 'https://xn--mnchen-3ya.example'],
    ['看https://例子.测试/a，谢谢', 'https://例子.测试/a'],
    ['https://www.例子.中国', 'https://www.例子.中国'],
    ['https://www.中文.com请看', 'https://www.中文.com'],
    ['jörg@example.com', 'mailto:jörg@example.com'],
    ['öl@münchen.example!', 'mailto:öl@münchen.example'],
    ['почта@кто.example', 'mailto:почта@кто.example'],
  ]
  test.each(led)('%s leads to %s', (text, to) => expect(links(text)).toEqual([to]))

  test('open elsewhere and tell nothing about us', () => {
    expect(html('https://a.example')).toBe(
      '<p><a href="https://a.example" target="_blank" rel="noopener noreferrer nofollow">' +
        'https://a.example</a></p>',
    )
  })

  test('several stand among the text', () => {
    expect(links('a https://a.example b https://b.example c')).toHaveLength(2)
    expect(html('a https://a.example b')).toEndWith('</a> b</p>')
  })

  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(document.cookie)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https',
    'https://',
    'http://[',
    'java\nscript:alert(1)',
    '@example.com',
    'vera@',
    'a@b',
    'xhttps://a.example',
    'яhttps://a.example',
    '请看@例子',
    'ｊavascript:alert(1)',
  ]
  test.each(refused)('%s is text', (text) => expect(links(text)).toEqual([]))

  test('an address cannot leave its attribute', () => {
    const page = html('https://a.example/"onmouseover="alert(1)')
    expect(page).not.toContain('"onmouseover')
    expect(page).not.toMatch(/\sonmouseover=/)
  })

  test('end where nothing is seen, which only deceives', () => {
    const told = links('https://a.example/\u202egpj.exe and https://b.example/\u200bx')
    expect(told).toEqual(['https://a.example/', 'https://b.example/'])
  })

  test('long texts without any are read in a blink', () => {
    const other = ['ö.'.repeat(2000), '中.'.repeat(2000), '-'.repeat(4000), 'a-'.repeat(2000)]
    const hard = ['a'.repeat(4000), 'a.'.repeat(2000), `a@${'b.'.repeat(1999)}`, '('.repeat(4000)]
    const before = performance.now()
    for (const text of hard) linked(text)
    for (const text of other) linked(`https://${text}@`)
    linked(`https://a.example/${')'.repeat(3980)}`)
    expect(performance.now() - before).toBeLessThan(250)
  })
})
