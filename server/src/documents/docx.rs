//! A document as a DOCX, laid out as Vietnamese offices write (ND 30/2020): A4, margins of 20 mm above, below and at the
//! right and 30 mm at the left, Times New Roman 13.

use std::io::Cursor;

use anyhow::Context;
use docx_rs::{
    AlignmentType, Docx, LineSpacing, PageMargin, Paragraph, Run, RunFonts, Table as DocxTable, TableCell,
    TableLayoutType, TableRow, WidthType,
};
use shared::documents::{Block, Signature, Style, Table, Words};

use crate::error::Result;

/// A4 and its margins, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 1_134;
const LEFT_MARGIN: i32 = 1_701;
/// What is left for text between the margins.
const TEXT_WIDTH: usize = 9_071;
/// Sizes of letters, in half points.
const SIZE: usize = 26;
const TITLE_SIZE: usize = 32;
const TABLE_SIZE: usize = 22;
/// Between paragraphs, in twentieths of a point.
const SPACE: u32 = 80;
/// Room for a signature and a seal.
const SIGNATURE_SPACE: u32 = 1_800;
const FONT: &str = "Times New Roman";

/// The bytes of the file.
pub(super) fn written(blocks: &[Block]) -> Result<Vec<u8>> {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).east_asia(FONT).cs(FONT);
    let margin = PageMargin::new().top(MARGIN).bottom(MARGIN).left(LEFT_MARGIN).right(MARGIN);
    let empty =
        Docx::new().default_fonts(fonts).default_size(SIZE).page_size(PAGE.0, PAGE.1).page_margin(margin);
    let document = blocks.iter().fold(empty, add);
    let mut bytes = Cursor::new(Vec::new());
    document.build().pack(&mut bytes).context("a DOCX could not be written")?;
    Ok(bytes.into_inner())
}

fn add(document: Docx, block: &Block) -> Docx {
    match block {
        Block::Paragraph(style, words) => {
            paragraphs(*style, words).into_iter().fold(document, Docx::add_paragraph)
        }
        Block::Table(of) => document.add_table(table(of)),
        Block::Signatures(sides) => document.add_table(signatures(sides)),
    }
}

/// A paragraph, and the same in English in italics below it.
fn paragraphs(style: Style, words: &Words) -> Vec<Paragraph> {
    let vietnamese = laid_out(style).add_run(run(style, &words.vi));
    let english = words.en.as_ref().map(|en| laid_out(style).add_run(run(style, en).italic()));
    [Some(vietnamese), english].into_iter().flatten().collect()
}

fn laid_out(style: Style) -> Paragraph {
    let (alignment, before) = match style {
        Style::Nation | Style::Motto => (AlignmentType::Center, 0),
        Style::Mark | Style::Title => (AlignmentType::Center, 3 * SPACE),
        Style::Number => (AlignmentType::Center, SPACE),
        Style::Place => (AlignmentType::Right, SPACE),
        Style::Heading => (AlignmentType::Left, 2 * SPACE),
        Style::Basis | Style::Text | Style::Note => (AlignmentType::Both, SPACE),
    };
    let paragraph = Paragraph::new().align(alignment).line_spacing(LineSpacing::new().before(before));
    // A heading is no heading at the foot of a page.
    if matches!(style, Style::Heading) { paragraph.keep_next(true) } else { paragraph }
}

fn run(style: Style, text: &str) -> Run {
    let run = Run::new().add_text(text);
    match style {
        Style::Nation | Style::Mark | Style::Heading => run.bold(),
        Style::Motto => run.bold().underline("single"),
        Style::Title => run.bold().size(TITLE_SIZE),
        Style::Basis | Style::Place | Style::Note => run.italic(),
        Style::Number | Style::Text => run,
    }
}

fn table(table: &Table) -> DocxTable {
    let widths: Vec<usize> =
        table.columns.iter().map(|column| TEXT_WIDTH * usize::from(column.width) / 100).collect();
    let cell = |place: usize, words: &Words, is_heading: bool| {
        let is_number = table.columns.get(place).is_some_and(|column| column.is_number);
        let alignment = match (is_heading, is_number) {
            (true, _) => AlignmentType::Center,
            (false, true) => AlignmentType::Right,
            (false, false) => AlignmentType::Left,
        };
        let run = |text: &str| {
            let run = Run::new().add_text(text).size(TABLE_SIZE);
            if is_heading { run.bold() } else { run }
        };
        let cell = TableCell::new().width(widths.get(place).copied().unwrap_or_default(), WidthType::Dxa);
        let cell = cell.add_paragraph(Paragraph::new().align(alignment).add_run(run(&words.vi)));
        match &words.en {
            Some(en) => cell.add_paragraph(Paragraph::new().align(alignment).add_run(run(en).italic())),
            None => cell,
        }
    };
    let heading = table.columns.iter().enumerate().map(|(place, column)| cell(place, &column.name, true));
    let heading = TableRow::new(heading.collect()).cant_split();
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(place, words)| cell(place, words, false));
        TableRow::new(cells.collect()).cant_split()
    });
    let rows = std::iter::once(heading).chain(rows).collect();
    DocxTable::new(rows).set_grid(widths).layout(TableLayoutType::Fixed)
}

/// Where the sides sign, beside each other; one alone signs at the right.
fn signatures(sides: &[Signature]) -> DocxTable {
    let width = TEXT_WIDTH / 2;
    let line = |text: &str| {
        let run = Run::new().add_text(text);
        (run, Paragraph::new().align(AlignmentType::Center))
    };
    let signed = |signature: &Signature| {
        let both = |cell: TableCell, words: &Words, look: fn(Run) -> Run| {
            let texts = [Some(&words.vi), words.en.as_ref()].into_iter().flatten().enumerate();
            texts.fold(cell, |cell, (place, text)| {
                let (run, paragraph) = line(text);
                let run = if place == 0 { look(run) } else { look(run).italic() };
                cell.add_paragraph(paragraph.add_run(run))
            })
        };
        let cell = TableCell::new().width(width, WidthType::Dxa);
        let cell = both(cell, &signature.side, Run::bold);
        let cell = both(cell, &signature.asks, Run::italic);
        let (name, paragraph) = line(&signature.name);
        let paragraph = paragraph.line_spacing(LineSpacing::new().before(SIGNATURE_SPACE));
        cell.add_paragraph(paragraph.add_run(name.bold()))
    };
    let mut cells: Vec<TableCell> = sides.iter().map(signed).collect();
    if cells.len() == 1 {
        cells.insert(0, TableCell::new().width(width, WidthType::Dxa).add_paragraph(Paragraph::new()));
    }
    DocxTable::without_borders(vec![TableRow::new(cells).cant_split()])
        .set_grid(vec![width, width])
        .layout(TableLayoutType::Fixed)
}
