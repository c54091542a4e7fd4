select t.currency as currency, count(*) as row_count, min(t.row_number) as first_row from sales as t group by t.currency
