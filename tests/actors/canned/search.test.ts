import { describe, expect, test } from 'bun:test'
import { bodyIn, isUsableBy } from '../../../actors/canned/reply'
import { searchCanned } from '../../../actors/canned/search'
import { valuesOf } from '../../../actors/canned/values'
import { reply } from '../../contracts/store/canned'

const codes = (question: string, all = replies) =>
  searchCanned(all, question).map(({ code }) => code)
const replies = [
  reply('depot', { title: 'At the depot', uses: 3 }),
  reply('delay', { title: 'Sorry for the delay', uses: 9 }),
  reply('order-late', { title: 'Late', body: 'Your parcel is delayed' }),
  reply('refund', { title: 'Erstattung', bodies: { zh: '您的退款已经处理' } }),
  reply('退货', { title: '退货流程', folder: 'Résumé' }),
  reply('de', { scope: 'mine', holder: 'ana' }),
]

describe('canned replies', () => {
  const cases: [question: string, found: string[]][] = [
    ['de', ['de', 'delay', 'depot', 'order-late']],
    ['/DEL', ['delay', 'order-late']],
    ['退款', ['refund']],
    ['退', ['退货', 'refund']],
    ['ｄｅｌａｙ sorry', ['delay']],
    ['resume', ['退货']],
    ['nothing', []],
  ]
  test.each(cases)('are found by %s', (question, found) => {
    expect(codes(question)).toEqual(found)
  })

  test('all come for no question: own ones first, then those used most', () => {
    expect(codes('')).toEqual(['de', 'delay', 'depot', 'order-late', 'refund', '退货'])
  })

  test('are said in the language of who reads them, as far as they are', () => {
    const both = reply('hi', { body: 'Hello', bodies: { zh: '您好' } })
    const said = ['zh', 'zh-Hans-CN', 'zh_TW', 'en', 'de', ''].map((one) => bodyIn(both, one))
    expect(said).toEqual(['您好', '您好', '您好', 'Hello', 'Hello', 'Hello'])
  })

  test('are for whose they are', () => {
    const ana = { id: 'ana', departments: ['sales'] }
    const amir = { id: 'amir', departments: ['support'] }
    const own = reply('own', { scope: 'mine', holder: 'ana' })
    const sales = reply('sales', { scope: 'department', departments: ['sales'] })
    expect([own, sales, reply('all')].map((one) => isUsableBy(one, ana))).toEqual([
      true,
      true,
      true,
    ])
    expect([own, sales, reply('all')].map((one) => isUsableBy(one, amir))).toEqual([
      ...[false, false, true],
    ])
  })

  test('call nobody by the name that the desk gave them', () => {
    const about = (visitorName: string) =>
      valuesOf({
        ...{ email: '', agent: 'Ana', department: 'Sales' },
        conversation: { id: 'c1', visitor: 'v-8f2c', visitorName, openedAt: 0 },
      })
    expect(about('Visitor 8F2C')['visitor.name']).toBe('')
    expect(about('Vera Kovač')).toMatchObject({
      ...{ 'visitor.name': 'Vera Kovač', 'visitor.first_name': 'Vera' },
      'conversation.date': '1970-01-01',
    })
  })
})
