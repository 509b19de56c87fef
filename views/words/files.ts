import type { SentFile } from '../../actors/entry'
import { phrase } from '../../actors/text/phrase'

const en = {
  attach: 'Attach files',
  send: 'Send files',
  choose: 'Files',
  caption: 'Message (optional)',
  inside: 'Only for colleagues',
  remove: 'Remove',
  cancel: 'Cancel',
  image: 'Image',
  audio: 'Voice message',
  file: phrase('File {{name}}', (name: string) => [{ name }]),
  tooLarge: 'is too large. Largest, in MB:',
  tooMany: 'Most files in one message:',
  close: 'Close',
  save: 'Save',
  previous: 'Previous image',
  next: 'Next image',
  record: 'Record a voice message',
  asking: 'Waiting for the microphone…',
  recording: 'Recording',
  recorded: 'Recorded: listen, then send or delete',
  longest: 'This is as long as a voice message can be',
  stop: 'Stop',
  discard: 'Delete',
  sendVoice: 'Send',
  noMicrophone: 'The microphone cannot be used. Allow it in your browser, or attach an audio file.',
}

const zh: typeof en = {
  attach: '添加文件',
  send: '发送文件',
  choose: '文件',
  caption: '消息（可不填）',
  inside: '仅同事可见',
  remove: '移除',
  cancel: '取消',
  image: '图片',
  audio: '语音消息',
  file: phrase('文件 {{name}}', (name) => [{ name }]),
  tooLarge: '太大。上限（MB）：',
  tooMany: '每条消息最多文件数：',
  close: '关闭',
  save: '保存',
  previous: '上一张',
  next: '下一张',
  record: '录制语音消息',
  asking: '正在等待麦克风…',
  recording: '正在录音',
  recorded: '录音完成，可试听后发送或删除',
  longest: '已达到语音消息的最长时间',
  stop: '停止',
  discard: '删除',
  sendVoice: '发送',
  noMicrophone: '无法使用麦克风。请在浏览器中允许使用，或改为添加音频文件。',
}

type FileWords = typeof en

/** Of files that are sent. */
export const files = { en, zh }

/** What the scripts say that are fetched for files. */
export const kitWords = ({ attach, caption, inside, file, record, ...words }: FileWords) => words

/** The last words of a conversation, or what came without any. */
export type Previewed = { preview: string; previewFile?: Pick<SentFile, 'name' | 'type'> }

/** What a list shows of them, in the reader's words. */
export const previewOf = ({ preview, previewFile }: Previewed, words: FileWords): string =>
  previewFile ? kindOf(previewFile, words) : preview

const kindOf = ({ name, type }: Pick<SentFile, 'name' | 'type'>, words: FileWords): string => {
  if (type.startsWith('image/')) return words.image
  return type.startsWith('audio/') ? words.audio : words.file(name)
}

const units = [
  ['GB', 1024 * 1024 * 1024],
  ['MB', 1024 * 1024],
  ['KB', 1024],
] as const

/** How large something is, as people read it in either language. */
export const sizeText = (bytes: number): string => {
  const [word, unit] = units.find(([, each]) => bytes >= each) ?? ['B', 1]
  const count = bytes / unit
  return `${count < 10 && unit > 1 ? Math.round(count * 10) / 10 : Math.round(count)} ${word}`
}
