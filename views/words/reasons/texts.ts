import type { Sentence, Sentences } from './blanks'

const en = {
  textEmpty: () => 'Write a text, or go back to the one that is built in.',
  textOverLimit: ({ count = 0, limit = 0 }) =>
    `Too long: ${count} of ${limit} characters. Please shorten it.`,
  gapMissing: ({ gap = '' }) => `{{${gap}}} must be in it: what it stands for is told there.`,
  gapUnknown: ({ gap = '', allowed = '' }) =>
    allowed === ''
      ? `{{${gap}}} stands for nothing here. Take it out.`
      : `{{${gap}}} stands for nothing here. It may have ${allowed} in it.`,
  wordUnknown: ({ word = '' }) =>
    `Visitors read no text called “${word}”. \`text list\` names them all.`,
  formUnknown: ({ forms = '' }) => `This text has several forms. Name one of these: ${forms}.`,
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  textEmpty: () => '请填写文案，或恢复为内置文案。',
  textOverLimit: ({ count = 0, limit = 0 }) => `内容太长：${count} / ${limit} 个字，请缩短。`,
  gapMissing: ({ gap = '' }) => `文案中必须保留 {{${gap}}}，它会换成实际内容。`,
  gapUnknown: ({ gap = '', allowed = '' }) =>
    allowed === ''
      ? `此处没有 {{${gap}}} 这个变量，请删去。`
      : `此处没有 {{${gap}}} 这个变量，可用的有 ${allowed}。`,
  wordUnknown: ({ word = '' }) => `没有名为“${word}”的访客文案，\`text list\` 会列出全部名称。`,
  formUnknown: ({ forms = '' }) => `此文案有多个形式，请指明其一：${forms}。`,
}

/** Of the texts that visitors read, as the office words them. */
export const texts = { en, zh }
