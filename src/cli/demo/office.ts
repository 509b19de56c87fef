import type { Staff } from '../../../actors/people'
import { createCanned } from '../../commands/canned/write'
import { askUsualWrapUp } from '../../commands/departments/wrap-up'
import type { Desk } from '../../commands/desk'
import { createMacro } from '../../commands/macros/write'
import { saveWelcome } from '../../commands/start-forms/welcome'
import { departments } from './day'
import { done } from './people'

const welcomes = {
  orders: {
    greeting_en: 'Hello! Parcels, returns, changes of an order: ask away.',
    greeting_zh: '您好！物流、退换货、修改订单，都可以在这里咨询。',
    questions: [
      'Where is my parcel? | 我的包裹到哪里了？',
      'How do I return something? | 怎么退换货？',
      'Can I change my order? | 订单还能修改吗？',
    ].join('\n'),
  },
  billing: {
    greeting_en: 'Hello! Have your order number at hand, if there is one.',
    greeting_zh: '您好！如有订单号，请提前准备好。',
    questions: [
      'I need an invoice | 我需要开发票',
      'When does my refund arrive? | 退款什么时候到账？',
    ].join('\n'),
  },
  advice: {
    greeting_en: 'Hello! Tell us how you like it, and we find what fits.',
    greeting_zh: '您好！说说您的喜好，我们帮您挑选。',
    questions: [
      'Which grinder is right for me? | 哪款磨豆机适合我？',
      'I look for a present | 我想挑一份礼物',
    ].join('\n'),
  },
} as const

/** By which code the words at the end are found. */
const GOODBYE = 'bye'

/** Prepared words of the whole desk, in both languages. */
const replies = [
  {
    ...{ code: 'hi', title: 'Greeting', folder: 'Basics' },
    body: 'Hello {{visitor.name|there}}, this is {{agent.name}}. How can I help?',
    'body.zh': '{{visitor.name|您}}您好，我是{{agent.name}}，请问有什么可以帮您？',
  },
  {
    ...{ code: 'ret', title: 'Return', folder: 'Orders' },
    body: 'You have 30 days. Put it into its box with the slip that came with it, and bring it to any parcel shop; the money is back within five working days.',
    'body.zh':
      '收到商品后 30 天内均可退货。请连同随附的单据放回包装，交给任意快递网点，退款将在五个工作日内到账。',
  },
  {
    ...{ code: 'track', title: 'Where a parcel is', folder: 'Orders' },
    body: 'Your parcel {{?Order number}} is on its way. It is where this page says: https://track.example/{{?Order number}}',
    'body.zh':
      '您的包裹 {{?Order number}} 正在配送，实时位置请见：https://track.example/{{?Order number}}',
  },
  {
    ...{ code: GOODBYE, title: 'Goodbye', folder: 'Basics' },
    body: 'Happy to help. Have a good day!',
    'body.zh': '很高兴为您服务，祝您生活愉快！',
  },
]

export const SEND_LID = 'Send a part again'
const macros = [
  {
    name: SEND_LID,
    'act.1': 'tag.add',
    'value.1': 'Replacement',
    'act.2': 'note',
    'value.2': 'Sent again at our cost, {{conversation.date}}. No return asked for.',
  },
  {
    name: 'Hand to billing, urgent',
    'act.1': 'prioritize.priority',
    'value.1': 'urgent',
    'act.2': 'transfer',
    'value.2': departments.billing.name,
  },
  {
    name: 'Thank and end',
    'act.1': 'say',
    'value.1': `/${GOODBYE}`,
    'act.2': 'end',
  },
]

/** What the office has set up before the day begins: by whoever leads it, with the office's own commands. */
export const furnish = async (desk: Desk, admin: Staff) => {
  for (const [key, form] of Object.entries(welcomes))
    done(await saveWelcome(desk, departments[key as keyof typeof welcomes].id, form))
  for (const reply of replies) done(await createCanned(desk, admin, { ...reply, scope: 'all' }))
  for (const macro of macros) done(await createMacro(desk, admin, macro))
  const billing = await desk.store.departments.find(departments.billing.id)
  if (billing) done(await askUsualWrapUp(desk, billing))
}
