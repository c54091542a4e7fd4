select t.currency as currency, count(*) as row_count, min(t.row_number) as first_row from costs as t group by t.currency
