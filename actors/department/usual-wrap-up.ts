import type { FieldOption, FormField } from '../form/field'

const option = (value: string, en: string, zh: string): FieldOption => ({
  value,
  label: { en, zh },
})
const common = { required: true, pattern: '', help: { en: '', zh: '' } } as const

/** What most desks ask an agent before a conversation ends: why it was, and how it went. */
export const usualWrapUp: readonly FormField[] = [
  {
    ...{ ...common, key: 'reason', type: 'select' },
    label: { en: 'Reason', zh: '咨询类型' },
    options: [
      option('question', 'Question', '咨询'),
      option('order', 'Order', '订单'),
      option('refund', 'Return or refund', '退换货'),
      option('complaint', 'Complaint', '投诉'),
      option('other', 'Something else', '其他'),
    ],
  },
  {
    ...{ ...common, key: 'solved', type: 'yesno', options: [] },
    label: { en: 'Solved', zh: '是否解决' },
  },
]
