import type { FormField } from '../../../actors/form/field'
import { Problem } from '../../../actors/problem'
import { emptyStartForm, type StartForm, shownForm } from '../../../actors/start/form'
import { answeredBy, answersText } from '../../../actors/text/answers'
import { StartPage } from '../../../views/chat/start'
import { FormPage } from '../../../views/office/form'
import { FormsPage, formsInMenu } from '../../../views/office/forms'
import { sentenceFor } from '../../../views/words'
import { bench, room } from './bench'
import { chat } from './chat'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const field = (key: string, en: string, zh: string, more: Partial<FormField> = {}): FormField => ({
  ...{ key, type: 'text', required: false, pattern: '', options: [] },
  ...{ label: { en, zh }, help: { en: '', zh: '' } },
  ...more,
})

const form: StartForm = {
  ...emptyStartForm,
  fields: [
    field('order', 'Order number', '订单号', {
      ...{ required: true, pattern: '@@-#####' },
      help: { en: 'It is on your invoice, like AB-12345.', zh: '见发票，例如 AB-12345。' },
    }),
    field('phone', 'Phone', '电话', { type: 'phone' }),
    field('topic', 'What is it about?', '咨询类型', {
      type: 'select',
      options: [
        { value: 'late', label: { en: 'It is late', zh: '未按时送达' } },
        { value: 'broken', label: { en: 'It is broken', zh: '商品破损' } },
      ],
    }),
    field('gift', 'It is a gift', '这是礼物', { type: 'checkbox' }),
  ],
  consent: {
    required: true,
    texts: [
      {
        ...{ of: 'desk', version: 2, at: data.now },
        text: {
          en: 'You may keep what I write for as long as it takes to help me.',
          zh: '我同意在处理咨询期间保存我填写的内容。',
        },
      },
    ],
  },
  greeting: { en: 'Welcome to Lamp & Co.', zh: '欢迎光临灯饰小店！' },
  questions: [
    { en: 'Where is my parcel?', zh: '我的包裹到哪里了？' },
    { en: 'How do I send something back?', zh: '如何退货？' },
  ],
}

const answers = [
  { key: 'order', label: 'Order number', value: 'AB-12345' },
  { key: 'topic', label: 'What is it about?', value: 'It is late' },
  { key: 'gift', label: 'It is a gift', value: 'yes' },
]
const answered = data.entry({
  ...{ seq: 2, by: 'desk', author: null, name: '', text: answersText(answers) },
  body: { kind: 'answers', ...answeredBy(answers, { of: 'desk', version: 2, language: 'en' }) },
})
const greeted = data.entry({ seq: 1, notice: { code: 'greeted' }, text: 'Welcome to Lamp & Co.' })
const askedFor = data.entry({ seq: 3, notice: { code: 'askedFor', name: 'Ana', free: false } })
const first = { ...data.entry({ seq: 4 }), text: 'Where is my parcel?' }

const contextOf = (given: Parameters<Picture['page']>[0]) => ({
  ...lookOf(given),
  ...{ me: { id: data.olga, name: 'Olga' }, menu: [formsInMenu], page: formsInMenu },
})
const details = { of: 'orders', name: 'Orders & delivery', form, version: '1', most: 12 }

export const beforePictures: Picture[] = [
  {
    name: 'start-asked',
    height: 1500,
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        departments={[
          {
            id: 'orders',
            name: 'Orders',
            names: { en: 'Orders', zh: '订单' },
            staffed: true,
            ahead: 0,
            estimate: null,
          },
        ]}
        asked={shownForm(form, given.language)}
        wanted={{ token: 'ana.x', name: 'Ana', free: false }}
        clientId="next-1"
        keptAs="start-vera"
        draft={{ text: 'Where is my parcel?', answers: { 'field.order': '12' } }}
        problem={{
          says: sentenceFor(
            new Problem('invalid', 'answerNotLike', {
              values: { field: 'Order number', pattern: '@@-#####' },
            }),
            given.language,
          ),
          field: 'field.order',
        }}
      />
    ),
  },
  chat(
    'waits-asked',
    { state: 'left', told: true, helped: false, asks: 'both', email: '' },
    {
      entries: [
        ...[greeted, askedFor, first],
        data.entry({ seq: 5, notice: { code: 'unattended', helped: false } }),
      ],
    },
  ),
  {
    name: 'start-shut',
    height: 1200,
    page: (given) => (
      <StartPage
        {...lookOf(given)}
        departments={[
          {
            ...{
              id: 'orders',
              name: 'Orders',
              names: { en: 'Orders', zh: '订单' },
              staffed: false,
              ahead: 0,
              estimate: null,
            },
            shut: { opensAt: data.now + 90_000_000 },
          },
        ]}
        clientId="next-1"
        keptAs="start-vera"
      />
    ),
  },
  chat(
    'waits-shut',
    {
      ...({ state: 'left', told: true, helped: false, asks: 'message', email: '' } as const),
      shut: { opensAt: data.now + 90_000_000 },
    },
    { entries: [first] },
  ),
  {
    ...chat(
      'waits-refused',
      { state: 'left', told: false, helped: false, asks: 'message', email: '' },
      { entries: [first], leave: { email: 'vera@', problem: 'Please check it.' } },
    ),
    once: true,
  },
  {
    ...chat(
      'waits-not',
      { state: 'left', told: true, helped: false, asks: null },
      { entries: [first, data.entry({ seq: 5, notice: { code: 'leftMessage' } })] },
    ),
    once: true,
  },
  bench('bench-answers', {
    room: room({ entries: [greeted, answered, askedFor, first], answered: answers }),
  }),
  {
    name: 'office-forms',
    page: (given) => (
      <FormsPage
        {...contextOf(given)}
        lines={[
          { of: 'desk', name: null, fields: 2, hasConsent: true },
          { of: 'orders', name: 'Orders & delivery', fields: 0, hasConsent: false },
        ]}
      />
    ),
  },
  {
    name: 'office-form',
    height: 2600,
    page: (given) => <FormPage {...contextOf(given)} details={details} />,
  },
]
