// The rest of the script, evaluated when something first asks for it. Google evaluates a script anew at every edit, and code that is never called
// has to be parsed all the same; a comment is only passed over. So the build (scripts/sheet-bundle.ts) puts the rest into the comment of a function,
// and here it is taken out of that function's text, which keeps it as it was written:
// https://tc39.es/ecma262/2019/#sec-function.prototype.tostring
// It is evaluated from its text, as Google has it done with templates: https://developers.google.com/apps-script/reference/html/html-template#getCode
import { SCRIPT_BROKEN } from './labels.ts';

export type WholeScript = typeof import('./whole-script.ts');

/** Put here by the build. Google keeps a function whose name ends in "_" from people and from dialogs. */
declare function wholeScript_(): void;

/** What stands in the comment for the end of a comment. */
declare const END_OF_COMMENT: string;

/** Somebody changed the script in its editor: the rest of it is not there any more. Its message is for people. */
export class BrokenScript extends Error {}

let evaluated: WholeScript | undefined;

/** Throws a BrokenScript where the rest cannot be found. */
export function wholeScript(): WholeScript {
  evaluated ??= evaluate();
  return evaluated;
}

function evaluate(): WholeScript {
  const text = String(wholeScript_);
  const [from, to] = [text.indexOf('/*'), text.lastIndexOf('*/')];
  if (from < 0 || to < from) throw new BrokenScript(SCRIPT_BROKEN);
  const code = text
    .slice(from + 2, to)
    .split(END_OF_COMMENT)
    .join('*/');
  return new Function(`${code}\nreturn ishc;\n//# sourceURL=WholeScript.js`)() as WholeScript; // the bundle's other half, under its own name
}
