// spreadsheets.batchUpdate: the requests one after the other on a copy; the first that fails refuses them all.
import { badRequest, GoogleError } from '../google-error.ts';
import { isObject, type JsonObject } from '../json.ts';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './metadata.ts';
import { appendCells, repeatCell, setDataValidation, sortRange, updateCells } from './requests-cells.ts';
import { addChart, deleteEmbeddedObject, updateChartSpec, updateEmbeddedObjectPosition } from './requests-charts.ts';
import {
  appendDimension,
  autoResizeDimensions,
  deleteDimension,
  insertDimension,
  updateDimensionProperties,
} from './requests-dimensions.ts';
import {
  addConditionalFormatRule,
  addNamedRange,
  addProtectedRange,
  clearBasicFilter,
  deleteConditionalFormatRule,
  deleteNamedRange,
  deleteProtectedRange,
  mergeCells,
  setBasicFilter,
  unmergeCells,
  updateConditionalFormatRule,
  updateProtectedRange,
} from './requests-rules.ts';
import { addSheet, deleteSheet, updateSheetProperties, updateSpreadsheetProperties } from './requests-sheets.ts';
import type { Workbook } from './workbook.ts';

type CarryOut = (workbook: Workbook, body: JsonObject) => JsonObject | undefined;

const REQUESTS: Readonly<Record<string, CarryOut>> = {
  updateSpreadsheetProperties,
  addSheet,
  deleteSheet,
  updateSheetProperties,
  updateCells,
  repeatCell,
  appendCells,
  setDataValidation,
  sortRange,
  addProtectedRange,
  updateProtectedRange,
  deleteProtectedRange,
  addConditionalFormatRule,
  updateConditionalFormatRule,
  deleteConditionalFormatRule,
  addNamedRange,
  deleteNamedRange,
  appendDimension,
  insertDimension,
  deleteDimension,
  updateDimensionProperties,
  autoResizeDimensions,
  mergeCells,
  unmergeCells,
  setBasicFilter,
  clearBasicFilter,
  addChart,
  updateChartSpec,
  updateEmbeddedObjectPosition,
  deleteEmbeddedObject,
  createDeveloperMetadata,
  updateDeveloperMetadata,
  deleteDeveloperMetadata,
};

/** Carries out all requests and gives their replies; throws Google's 400 naming the first that cannot be. */
export function applyRequests(workbook: Workbook, requests: readonly JsonObject[]): JsonObject[] {
  if (requests.length === 0) throw badRequest('Must specify at least one request.');
  return requests.map((request, index) => {
    const [kind] = Object.keys(request);
    if (kind === undefined) throw badRequest(`Invalid requests[${index}]: No request set.`);
    const carryOut = REQUESTS[kind];
    if (carryOut === undefined) throw badRequest(`Invalid requests[${index}].${kind}: the local workspace does not carry out ${kind}.`);
    try {
      const body = request[kind];
      return structuredClone(carryOut(workbook, isObject(body) ? body : {}) ?? {});
    } catch (error) {
      if (error instanceof GoogleError && error.code === 400) throw badRequest(`Invalid requests[${index}].${kind}: ${error.message}`);
      throw error;
    }
  });
}
