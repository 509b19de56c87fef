import { phrase } from '../../../actors/text/phrase'
import type { Sentence, Sentences, Values } from './blanks'

const en = {
  logoNotValid: () =>
    'This is not a picture that can be a logo. Choose a PNG, JPEG or WebP image that does not move.',
  logoTooLarge: ({ limit = 4 }) =>
    `This picture is too large: at most ${limit} MB. Choose a smaller one.`,
  fileKindRefused: phrase(
    '“{{name}}” was not sent: files of this kind are not taken here.',
    ({ name = 'This file' }: Values) => [{ name }],
  ),
  tagTaken: ({ name = 'This name' }) => `There is a tag “${name}” already. Use another name.`,
  tagNotListed: ({ name = 'This tag' }) =>
    `“${name}” is not in the list of tags. Choose one that is, or ask a supervisor for it.`,
  tagItself: () => 'A tag cannot be merged into itself. Choose another one.',
  tooManyListed: ({ limit = 500 }) => `There are ${limit} tags already. Remove one first.`,
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  logoNotValid: () => '这张图片不能用作标志，请选择静态的 PNG、JPEG 或 WebP 图片。',
  logoTooLarge: ({ limit = 4 }) => `图片太大，不能超过 ${limit} MB，请换一张小一些的。`,
  fileKindRefused: phrase(
    '“{{name}}”未发送：此处不接收这类文件。',
    ({ name = '该文件' }: Values) => [{ name }],
  ),
  tagTaken: ({ name = '' }) => `已有标签“${name}”，请换一个名称。`,
  tagNotListed: ({ name = '该标签' }) => `“${name}”不在标签列表中，请选择已有标签，或请主管添加。`,
  tagItself: () => '标签不能合并到自身，请选择另一个。',
  tooManyListed: ({ limit = 500 }) => `标签已达 ${limit} 个，请先删除不用的。`,
}

/** Of what holds for the whole desk. */
export const desk = { en, zh }
