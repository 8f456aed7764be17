// What a person is told when the script behind the sheet did not answer, or answered with an error.
import { COMMON } from './labels.ts';

const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/**
 * The sentence to show. Ours arrives as the error's message, sometimes behind the name of its class; Google's own are English and are
 * not for people.
 */
export function sentenceOf(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const own = message.replace(/^(?:[A-Za-z]*(?:Error|Exception|Problem): ?)+/, '').normalize('NFC');
  if (VIETNAMESE.test(own)) return own;
  return /network|connection|offline/i.test(`${name} ${message}`) ? COMMON.offline : COMMON.unexpected;
}
