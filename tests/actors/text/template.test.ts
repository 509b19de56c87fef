import { describe, expect, test } from 'bun:test'
import {
  filledText,
  gapsIn,
  questionsIn,
  unknownIn,
  variables,
} from '../../../actors/text/template'

const vera = { 'visitor.name': 'Vera Kovač', 'agent.name': 'Ana' }

describe('a place in prepared words', () => {
  const filled: [text: string, is: string][] = [
    ['Hello {{visitor.name|there}}, I am {{agent.name}}.', 'Hello Vera Kovač, I am Ana.'],
    ['{{ visitor.name }}', 'Vera Kovač'],
    ['Hello {{visitor.email|there}}!', 'Hello there!'],
    ['Hello{{visitor.email|}}!', 'Hello!'],
    ['{{visitor.email}}', '{{visitor.email}}'],
    ['{{visitor.pin|1234}}', '{{visitor.pin|1234}}'],
    ['{{?Order number}} {{?Order number|none}}', '{{?Order number}} {{?Order number|none}}'],
    [
      '{{1 + 1}} {{}} {{ }} {visitor.name} {{{agent.name}}}',
      '{{1 + 1}} {{}} {{ }} {visitor.name} {Ana}',
    ],
    ['{{constructor}} {{__proto__}}', '{{constructor}} {{__proto__}}'],
    ['您好，{{visitor.name|客户}}，{{?订单号}}', '您好，Vera Kovač，{{?订单号}}'],
  ]
  test.each(filled)('%s: %s', (text, is) => {
    expect(filledText(text, vera)).toBe(is)
  })

  test('is filled once, with what was said, whatever that looks like', () => {
    const hostile = (name: string) =>
      filledText('Hi {{visitor.name|there}}', { 'visitor.name': name })
    expect(hostile('$& $1 <b>&amp;</b>')).toBe('Hi $& $1 <b>&amp;</b>')
    expect(hostile('{{agent.name}}')).toBe('Hi there')
    expect(hostile('{{?Password}}')).toBe('Hi there')
    expect(hostile('{{7*7}}')).toBe('Hi {{7*7}}')
  })

  test('is found while it is open: a question once, a name that stands for nothing', () => {
    const text = '{{?Day|soon}} {{visitr.name}} {{?Day}} {{订单号}} {{visitor.name}} {{7*7}}'
    expect(questionsIn(text)).toEqual(['Day'])
    expect(unknownIn(text)).toEqual(['visitr.name', '订单号'])
    expect(gapsIn(text)).toHaveLength(5)
    expect(gapsIn('braces { { of }} a text {{\nno place}}')).toEqual([])
  })

  test('is looked for in time that grows with the text and no faster', () => {
    for (const text of ['{{'.repeat(60_000), '{{?'.repeat(40_000), `{{${'a'.repeat(120_000)}`])
      expect(gapsIn(text)).toEqual([])
    expect(gapsIn('{{a}}'.repeat(20_000))).toHaveLength(20_000)
  })

  test('has a name of a closed list', () => {
    for (const name of variables) expect(unknownIn(`{{${name}}}`)).toEqual([])
  })
})
