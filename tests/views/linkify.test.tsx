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
    ['https://müller.example/a', 'https://müller.example/a'],
    ['https://mu\u0308ller.example/a', 'https://mu\u0308ller.example/a'],
    ['https://de.wikipedia.org/wiki/Köln', 'https://de.wikipedia.org/wiki/Köln'],
    [
      'https://de.wikipedia.org/wiki/Flughafen_Köln–Bonn.',
      'https://de.wikipedia.org/wiki/Flughafen_Köln–Bonn',
    ],
    ['https://fr.wikipedia.org/wiki/L’Été !', 'https://fr.wikipedia.org/wiki/L’Été'],
    ['https://zh.wikipedia.org/wiki/北京', 'https://zh.wikipedia.org/wiki/北京'],
    [
      'https://zh.wikipedia.org/wiki/红楼梦_(电视剧)。',
      'https://zh.wikipedia.org/wiki/红楼梦_(电视剧)',
    ],
    [
      'https://ja.wikipedia.org/wiki/ジョン・レノン',
      'https://ja.wikipedia.org/wiki/ジョン・レノン',
    ],
    ['https://ja.wikipedia.org/wiki/JR東日本', 'https://ja.wikipedia.org/wiki/JR東日本'],
    ['https://example.org/wiki/2008年', 'https://example.org/wiki/2008年'],
    ['https://he.wikipedia.org/wiki/צה״ל', 'https://he.wikipedia.org/wiki/צה״ל'],
    ['https://shop.example./a', 'https://shop.example./a'],
    ['https://shop.example/?q=查询，谢谢', 'https://shop.example/?q=查询'],
    ['https://shop.example/a,谢谢', 'https://shop.example/a'],
    ['https://shop.example.请看', 'https://shop.example'],
    ['https://shop.com。请看', 'https://shop.com'],
    ['https://nic.中国', 'https://nic.中国'],
    ['https://fa.example/می\u200Cخواهم', 'https://fa.example/می\u200Cخواهم'],
    ['https://דוגמה.example/שלום', 'https://דוגמה.example/שלום'],
    ['http://localhost:3000/up', 'http://localhost:3000/up'],
    ['http://[::1]:3000/up', 'http://[::1]:3000/up'],
    ['mailto:ana@bücher.example', 'mailto:ana@bücher.example'],
    ['mailto:müller@example.com?', 'mailto:müller@example.com'],
    ['mailto:ana@shop.example?subject=Hello%20Ana.', 'mailto:ana@shop.example?subject=Hello%20Ana'],
    ['müller@example.com', 'mailto:müller@example.com'],
    ['ana@例子.测试', 'mailto:ana@例子.测试'],
    ["o'brien@shop.example", 'mailto:o&#39;brien@shop.example'],
    ['r&d@shop.example', 'mailto:r%26d@shop.example'],
    ['*vera@shop.example*', 'mailto:vera@shop.example'],
    ["'vera@shop.example'", 'mailto:vera@shop.example'],
    ['_vera_@shop.example', 'mailto:_vera_@shop.example'],
    ['mailto:a%2Bb@shop.example', 'mailto:a%2Bb@shop.example'],
    ['https://shop.example/lamp👍🏽gold', 'https://shop.example/lamp👍🏽gold'],
    [
      'https://shop.example/lamp👩🏽\u200D🚒❤\uFE0Fgold',
      'https://shop.example/lamp👩🏽\u200D🚒❤\uFE0Fgold',
    ],
    ['https://shop.example/lamp→gold', 'https://shop.example/lamp→gold'],
    ['https://shop.example/lamp👍🏽 gold', 'https://shop.example/lamp'],
    ['https://shop.example/lamp❤\uFE0F', 'https://shop.example/lamp'],
    ['https://shop.example/lamp→ gold', 'https://shop.example/lamp'],
    ['https://shop.example/lamp→点击', 'https://shop.example/lamp'],
    ['https://shop.example/lamp<gold>', 'https://shop.example/lamp'],
    ['https://shop.example...and', 'https://shop.example'],
    ['tel:+49-341-5550199;ext=12.', 'tel:+49-341-5550199;ext=12'],
  ]
  test.each(led)('%s leads to %s', (text, to) => expect(links(text)).toEqual([to]))

  test('open elsewhere and tell nothing about us', () => {
    expect(html('https://a.example')).toBe(
      '<p><a href="https://a.example" target="_blank" rel="noopener noreferrer nofollow">' +
        'https://a.example</a></p>',
    )
  })

  const shown: [text: string, as: string][] = [
    ['https://müller.example/a', 'https://müller.example/a'],
    ['https://例子.测试', 'https://例子.测试'],
    // These look like others, and are shown by the letters that machines read.
    ['https://раypal.example/a', 'https://xn--ypal-43d9g.example/a'],
    ['https://аррӏе.com', 'https://xn--80ak6aa92e.com'],
    ['https://i❤.example', 'https://xn--i-7iq.example'],
    ['https://ｓhop.example', 'https://shop.example'],
    ['ana@раypal.example', 'ana@xn--ypal-43d9g.example'],
  ]
  test.each(shown)('%s is shown as %s', (text, as) => {
    expect(html(text)).toContain(`>${as}</a>`)
    expect(links(text)).toHaveLength(1)
  })

  test('several stand among the text', () => {
    expect(links('a https://a.example b https://b.example c')).toHaveLength(2)
    expect(links('https://a.example/lamp→https://b.example/gold')).toEqual([
      ...['https://a.example/lamp', 'https://b.example/gold'],
    ])
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
    // Where nobody can tell which address it is, none is better than half of one.
    'https://shop.example@evil.example/',
    'https://vera:secret@evil.example/',
    'https://exa%6Dple.example',
    'https://exa\u00ADmple',
    'https://example。com',
    'https://shop.example:99999999/a',
    'https://shop.example:80a/',
    'http://999.999.999.999/',
    `https://${'a'.repeat(64)}.example/`,
    `${'a'.repeat(65)}@shop.example`,
    'ana@shop.example@evil.example',
    'ftp://vera@shop.example',
    'mailto:a@shop.example,b@shop.example',
    'mailto:a@shop.example?bcc=eve@evil.example',
    'a..b@shop.example',
    'http://a..b',
    'https://shop.example..evil.example/a',
    'https://shop.example../a',
    'https://shop.example..:8080/',
    'ana@shop.example..de',
    'mailto:ana@shop.example..de',
    'a@1.22',
    'tel:+49 341 5550199',
    'tel:+1-800-FLOWERS',
    'tel:*#06#',
    'tel:12',
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
