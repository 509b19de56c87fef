import type { Sentence, Sentences } from './blanks'

const en = {
  gapLeft: ({ gap = '' }) =>
    `${gap} is not filled in yet. Write what belongs there or take it out, then send it.`,
  variableUnknown: ({ gap = '' }) =>
    `${gap} stands for nothing the desk knows. Correct it or take it out, then send it.`,
  codeNotValid: ({ limit = 40 }) =>
    `Write a short code of letters and figures without spaces, like “ret”, of at most ${limit} characters.`,
  codeTaken: ({ code = '' }) => `There is a reply /${code} already. Choose another code.`,
  tooManyCanned: ({ limit = 2000 }) =>
    `There are ${limit} canned replies already. Remove one that nobody uses.`,
  departmentMissing: () => 'Choose at least one department, or make it for everybody.',
  macroTaken: ({ name = '' }) => `There is a macro “${name}” already. Choose another name.`,
  tooManyMacros: ({ limit = 200 }) =>
    `There are ${limit} macros already. Remove one that nobody uses.`,
  macroEmpty: () => 'A macro does something: choose at least one act.',
  macroEndsEarly: () =>
    'Ending a conversation or handing it over comes once, as the last act. Move it there.',
  macroAsks: ({ gap = '' }) =>
    `A macro asks nothing: take ${gap} out of its words, or give it something to write instead.`,
  macroActNotValid: ({ act = 1 }) => `Act ${act} is not complete, or not right. Please check it.`,
  cannedUnknown: ({ code = '' }) => `There is no canned reply /${code} for everybody any more.`,
  rowNotValid: ({ row = 1, field = '' }) =>
    `Row ${row} cannot be taken over: its “${field}” is not right. Nothing was taken over.`,
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  gapLeft: ({ gap = '' }) => `${gap} 还没有填写。请填好或删去后再发送。`,
  variableUnknown: ({ gap = '' }) => `${gap} 不是可用的变量。请改正或删去后再发送。`,
  codeNotValid: ({ limit = 40 }) =>
    `请填写由字母、汉字或数字组成的快捷码，不含空格，例如“ret”，最多 ${limit} 个字。`,
  codeTaken: ({ code = '' }) => `快捷码 /${code} 已被使用，请换一个。`,
  tooManyCanned: ({ limit = 2000 }) => `快捷回复已达 ${limit} 条，请先删除不用的。`,
  departmentMissing: () => '请至少选择一个部门，或设为全员可用。',
  macroTaken: ({ name = '' }) => `已有宏“${name}”，请换一个名称。`,
  tooManyMacros: ({ limit = 200 }) => `宏已达 ${limit} 个，请先删除不用的。`,
  macroEmpty: () => '请至少为宏选择一个操作。',
  macroEndsEarly: () => '结束或转接会话只能有一次，并且必须是最后一个操作，请调整顺序。',
  macroAsks: ({ gap = '' }) => `宏运行时不会提问：请删去 ${gap}，或为它写好默认文字。`,
  macroActNotValid: ({ act = 1 }) => `第 ${act} 个操作不完整或填写有误，请检查。`,
  cannedUnknown: ({ code = '' }) => `全员可用的快捷回复 /${code} 已不存在。`,
  rowNotValid: ({ row = 1, field = '' }) =>
    `第 ${row} 行无法导入：“${field}”有误，没有导入任何内容。`,
}

/** Of words that were prepared, and of macros. */
export const canned = { en, zh }
