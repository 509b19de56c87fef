import { describe, expect, test } from 'bun:test'
import { said } from '../../../actors/form/field'
import { combined, emptyStartForm, startFormIn } from '../../../actors/start/form'
import { answeredBy, answersIn, answersText } from '../../../actors/text/answers'

const answers = [
  { key: 'order', label: 'Order: number', value: '7: 12' },
  { key: 'more', label: '说明', value: 'one\n\ntwo: three' },
  { key: 'size', label: 'Size', value: 'l', shown: 'Large' },
  { key: 'empty', label: 'Nothing', value: '' },
]

describe('answers as one text', () => {
  test('come out of it as they went in', () => {
    expect(answersIn(answersText(answers), answeredBy(answers, null))).toEqual(answers)
  })

  test('are empty once it was erased', () => {
    const erased = answersIn('', answeredBy(answers, null))
    expect(erased.map(({ value, shown }) => value + (shown ?? ''))).toEqual(['', '', '', ''])
  })
})

describe('a form', () => {
  const field = { type: 'text', required: false, pattern: '', options: [] } as const
  const both = (text: string) => ({ en: text, zh: '' })
  const ask = (key: string, label: string) => ({
    ...{ ...field, key, label: both(label), help: both('') },
  })

  test('that cannot be read asks nothing, and what it was kept without is as in the beginning', () => {
    for (const stored of [undefined, '', '{', '7', 'null'])
      expect(startFormIn(stored)).toEqual(emptyStartForm)
    expect(startFormIn('{"fields":[]}')).toEqual(emptyStartForm)
  })

  test('of the desk comes first, and what a department says itself goes before', () => {
    const desk = { ...emptyStartForm, fields: [ask('order', 'Order')], greeting: both('Hello') }
    const own = {
      ...emptyStartForm,
      fields: [ask('order', 'Another'), ask('size', 'Size')],
      questions: [both('Where is it?')],
    }
    const form = combined(desk, own)
    expect(form.fields.map(({ label }) => label.en)).toEqual(['Order', 'Size'])
    expect([form.greeting.en, form.questions.length]).toEqual(['Hello', 1])
  })

  test('is said in the other language where it has no words in one', () => {
    expect(said({ en: '', zh: '订单号' }, 'en')).toBe('订单号')
    expect(said({ en: 'Order', zh: '' }, 'zh')).toBe('Order')
  })
})
