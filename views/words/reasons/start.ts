import { phrase } from '../../../actors/text/phrase'
import type { Sentence, Sentences, Values } from './blanks'

const en = {
  emailNeeded: () => 'Please write your e-mail, so that an answer reaches you.',
  answerMissing: phrase('Please fill in “{{field}}”.', ({ field = '' }: Values) => [{ field }]),
  answerNotAsked: phrase(
    'Please choose one of the answers for “{{field}}”.',
    ({ field = '' }: Values) => [{ field }],
  ),
  answerNotLike: phrase(
    '“{{field}}” should look like {{pattern}}: # is a digit, @ a letter, * anything.',
    ({ field = '', pattern = '' }: Values) => [{ field, pattern }],
  ),
  answerNotNumber: phrase('Please write a number for “{{field}}”.', ({ field = '' }: Values) => [
    { field },
  ]),
  phoneNotValid: () => 'This phone number does not look right. Please check it.',
  consentMissing: () => 'Please agree first: without that we may not take your message.',
  consentChanged: () => 'What you agree to has changed. Please read it, and agree again.',
  keyNotValid: () =>
    'The key starts with a small letter and has up to 32 letters, digits, - or _ in it.',
  keyTaken: () => 'There is a question with this key already.',
  labelMissing: () => 'Write the question in at least one language.',
  optionsMissing: () => 'Write at least two answers to choose from, one a line.',
  fieldsNotValid: () => 'These questions cannot be read: each needs a key, a type and a label.',
  nothingAsked: () => 'Nothing is filled in at the end of this conversation.',
  tooManyFields: ({ max = '' }) => `There are ${max} questions already, and more are not asked.`,
  tooManyOptions: ({ max = '' }) => `At most ${max} answers can be chosen from.`,
  tooManyQuestions: ({ max = '' }) => `At most ${max} questions are suggested.`,
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  emailNeeded: () => '请填写邮箱，以便我们回复您。',
  answerMissing: phrase('请填写“{{field}}”。', ({ field = '' }: Values) => [{ field }]),
  answerNotAsked: phrase('请为“{{field}}”选择一项。', ({ field = '' }: Values) => [{ field }]),
  answerNotLike: phrase(
    '“{{field}}”的格式应为 {{pattern}}（# 代表数字，@ 代表字母，* 代表任意内容）。',
    ({ field = '', pattern = '' }: Values) => [{ field, pattern }],
  ),
  answerNotNumber: phrase('“{{field}}”请填写数字。', ({ field = '' }: Values) => [{ field }]),
  phoneNotValid: () => '电话号码好像不对，请检查一下。',
  consentMissing: () => '请先勾选同意，否则我们无法受理您的消息。',
  consentChanged: () => '同意内容已更新，请阅读后重新勾选。',
  keyNotValid: () => '字段名须以小写字母开头，最多 32 个字母、数字、- 或 _。',
  keyTaken: () => '已有同名字段。',
  labelMissing: () => '请至少用一种语言填写问题。',
  optionsMissing: () => '请至少填写两个选项，每行一个。',
  fieldsNotValid: () => '无法识别这些字段：每个字段都需要 key、type 和 label。',
  nothingAsked: () => '此会话结束时无需填写小结。',
  tooManyFields: ({ max = '' }) => `最多 ${max} 个问题，已达上限。`,
  tooManyOptions: ({ max = '' }) => `最多 ${max} 个选项。`,
  tooManyQuestions: ({ max = '' }) => `最多 ${max} 个常见问题。`,
}

/** Of what is asked before a chat, and of the office's page that says what is. */
export const start = { en, zh }
