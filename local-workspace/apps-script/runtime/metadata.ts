// SpreadsheetApp's developer metadata: of the spreadsheet itself, found by key or id.
import type { JsonObject } from '../../json.ts';
import type { Book, Spreadsheet, Visibility } from './book.ts';
import { ScriptError } from './bridge.ts';

type Metadata = GoogleAppsScript.Spreadsheet.DeveloperMetadata;
type Finder = GoogleAppsScript.Spreadsheet.DeveloperMetadataFinder;

/** The spreadsheet's methods about metadata. */
export function metadataMembers(book: Book): Partial<Spreadsheet> {
  return {
    addDeveloperMetadata: (key: string, ...rest: readonly (string | Visibility)[]) => {
      add(book, key, rest);
      return book.spreadsheet();
    },
    getDeveloperMetadata: () => book.workbook.metadata({ locationType: 'SPREADSHEET' }).map((entry) => metadataOf(book, entry)),
    createDeveloperMetadataFinder: () => finderOf(book, {}),
  };
}

function add({ workbook, enumerations }: Book, metadataKey: string, rest: readonly (string | Visibility)[]): void {
  const value = rest.find((given) => typeof given === 'string');
  const visibility = rest.includes(enumerations.visibility.PROJECT) ? 'PROJECT' : 'DOCUMENT';
  const developerMetadata = {
    metadataKey: String(metadataKey),
    ...(value === undefined ? {} : { metadataValue: value }),
    visibility,
    location: { spreadsheet: true },
  };
  workbook.batch({ createDeveloperMetadata: { developerMetadata } });
}

function finderOf(book: Book, lookup: JsonObject): Finder {
  const { running, workbook, enumerations } = book;
  const narrowed = (more: JsonObject): Finder => finderOf(book, { ...lookup, ...more });
  return running.realm.served<Finder>(
    'DeveloperMetadataFinder',
    {
      withKey: (metadataKey: string) => narrowed({ metadataKey }),
      withValue: (metadataValue: string) => narrowed({ metadataValue }),
      withId: (metadataId: number) => narrowed({ metadataId }),
      withVisibility: (visibility: Visibility) =>
        narrowed({ visibility: visibility === enumerations.visibility.PROJECT ? 'PROJECT' : 'DOCUMENT' }),
      find: () => workbook.metadata(lookup).map((entry) => metadataOf(book, entry)),
    },
    running.counted,
  );
}

function metadataOf(book: Book, entry: JsonObject): Metadata {
  const { running, workbook, enumerations } = book;
  const { metadataId } = entry;
  const dataFilter = { developerMetadataLookup: { metadataId } };
  const current = (): JsonObject => {
    const [found] = workbook.metadata({ metadataId });
    if (found === undefined) throw new ScriptError('The specified developer metadata does not exist.');
    return found;
  };
  const itself: Metadata = running.realm.served<Metadata>(
    'DeveloperMetadata',
    {
      getId: () => Number(metadataId),
      getKey: () => String(entry.metadataKey),
      getValue: () => (entry.metadataValue === undefined ? null : String(entry.metadataValue)),
      getVisibility: () => (entry.visibility === 'PROJECT' ? enumerations.visibility.PROJECT : enumerations.visibility.DOCUMENT),
      setValue: (value: string) => {
        current();
        workbook.batch({
          updateDeveloperMetadata: {
            dataFilters: [dataFilter],
            developerMetadata: { metadataValue: String(value) },
            fields: 'metadataValue',
          },
        });
        entry.metadataValue = String(value);
        return itself;
      },
      remove: () => {
        workbook.batch({ deleteDeveloperMetadata: { dataFilter } });
      },
    },
    running.counted,
  );
  return itself;
}
