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
} satisfies Sentences

const zh: Record<keyof typeof en, Sentence> = {
  logoNotValid: () => '这张图片不能用作标志，请选择静态的 PNG、JPEG 或 WebP 图片。',
  logoTooLarge: ({ limit = 4 }) => `图片太大，不能超过 ${limit} MB，请换一张小一些的。`,
  fileKindRefused: phrase(
    '“{{name}}”未发送：此处不接收这类文件。',
    ({ name = '该文件' }: Values) => [{ name }],
  ),
}

/** Of what holds for the whole desk. */
export const desk = { en, zh }
