import type { Sentences } from './blanks'

const en = {
  someoneUnknown: () =>
    'Nobody is known by this. Give the e-mail address or the id of a visitor, as their page in the office has it.',
  confirmOther: () => 'Please type exactly what stands above, so that nobody is erased by mistake.',
  legallyHeld: () => 'A legal hold keeps this: lift it first.',
  accountKept: () =>
    'Your account cannot be deleted at the moment. Write to us, and we will tell you more.',
  reasonMissing: () => 'Please say why it is kept: whoever lifts it will want to know.',
  patternNotValid: () =>
    'One of these is no pattern, or matches nothing at all. Write one on a line, like KD-\\d{6}.',
  nothingHeld: () => 'There is no visitor and no conversation with this id.',
} satisfies Sentences

const zh: Record<keyof typeof en, () => string> = {
  someoneUnknown: () => '没有找到此人。请填写访客的邮箱，或其管理后台页面上的 ID。',
  confirmOther: () => '请完整输入上方显示的内容，以免误删。',
  legallyHeld: () => '该数据处于法律保全中，请先解除保全。',
  accountKept: () => '您的账号目前无法注销，如有疑问请联系我们。',
  reasonMissing: () => '请填写保全原因，以便日后解除时参考。',
  patternNotValid: () => '有一行不是有效的表达式，或会匹配空内容。每行写一个，例如 KD-\\d{6}。',
  nothingHeld: () => '没有此 ID 的访客或会话。',
}

export const privacy = { en, zh }
